using System.Collections.Immutable;
using System.Text;

namespace Portal.Compute.Data;

/// <summary>Reads a CSV stream forwards, once, record by record, in bounded memory.</summary>
/// <remarks>
/// Memory is at most twice <see cref="CsvLimits.LineBytesMax"/> whatever the stream holds. Blank lines are skipped. A
/// bad row is noted and left out; reading goes on until <see cref="CsvLimits.ErrorsMax"/>. A caller refuses the file
/// when <see cref="Errors"/> is not empty at the end. Not for concurrent use; does not dispose the stream.
/// </remarks>
public sealed class CsvReader
{
    private const int InitialBytes = 256 << 10;
    private const int FillBytesMin = 64 << 10;

    private readonly Stream _stream;
    private readonly CsvLimits _limits;
    private readonly EncodingGate _gate = new();
    private readonly ImmutableArray<CsvError>.Builder _errors = ImmutableArray.CreateBuilder<CsvError>();
    private CsvTokenizer _tokenizer = null!; // Set by OpenAsync, the only way to get a reader.
    private byte[] _buffer;
    private int _start;
    private int _checked;
    private int _end;
    private int _recordBytes;
    private long _nextLine = 1;
    private bool _isLast;
    private bool _isDone;

    private CsvReader(Stream stream, CsvLimits limits)
    {
        (_stream, _limits) = (stream, limits);
        _buffer = new byte[Math.Min(InitialBytes, limits.LineBytesMax + FillBytesMin)];
    }

    /// <summary>Column names, trimmed, unique; empty when the file was refused before its header was read.</summary>
    public ImmutableArray<string> Headers { get; private set; } = [];

    /// <summary>The delimiter given or detected.</summary>
    public char Delimiter { get; private set; } = ',';

    /// <summary>What is wrong so far, in file order.</summary>
    public ImmutableArray<CsvError> Errors => _errors.ToImmutable();

    /// <summary>True when something is wrong.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>Number of the current data row, from 1; bad rows count.</summary>
    public long Row { get; private set; }

    /// <summary>Line on which the current row starts, as a text editor counts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Bytes taken from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Reads up to the first data row. Look at <see cref="Errors"/> before reading on.</summary>
    /// <param name="stream">Need not be seekable.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="delimiter">Null: detected among comma, semicolon, tab and bar from the first lines.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<CsvReader> OpenAsync(
        Stream stream,
        CsvLimits limits,
        char? delimiter = null,
        CancellationToken cancellationToken = default)
    {
        var reader = new CsvReader(stream, limits);
        await reader.FillAsync(cancellationToken);
        if (!reader._isDone)
        {
            reader.Delimiter = delimiter ?? DelimiterDetector.Detect(
                reader._buffer.AsSpan(reader._start, reader._end - reader._start));
        }

        reader._tokenizer = new CsvTokenizer((byte)reader.Delimiter, limits.ColumnsMax);
        await reader.ReadHeaderAsync(cancellationToken);
        return reader;
    }

    /// <summary>Moves to the next good row; false at the end, or when there are too many errors.</summary>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default) =>
        TryAdvance(out var isAtEnd) ? ValueTask.FromResult(true)
        : isAtEnd ? ValueTask.FromResult(false)
        : AdvanceAsync(cancellationToken);

    /// <summary>Trimmed UTF-8 of a field of the current row, valid until the next read.</summary>
    public ReadOnlySpan<byte> Field(int column) =>
        _buffer.AsSpan(_tokenizer.Start(column), _tokenizer.Length(column));

    /// <summary>A field of the current row as a string.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Field(column));

    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await FillAsync(cancellationToken);
            if (TryAdvance(out var isAtEnd))
            {
                return true;
            }

            if (isAtEnd)
            {
                return false;
            }
        }
    }

    private bool TryAdvance(out bool isAtEnd)
    {
        while (TryReadRecord(out isAtEnd))
        {
            Row++;
            if (Row > _limits.RowsMax)
            {
                Fail(new CsvError(
                    CsvErrorCodes.TooManyRows, $"The file has more than {_limits.RowsMax:N0} rows.", Row, Line));
                isAtEnd = true;
                return false;
            }

            if (IsGoodRow())
            {
                return true;
            }

            if (_errors.Count >= _limits.ErrorsMax)
            {
                _isDone = true;
            }
        }

        return false;
    }

    private bool IsGoodRow()
    {
        var count = _tokenizer.FieldCount;
        if (count != Headers.Length)
        {
            _errors.Add(new CsvError(
                CsvErrorCodes.RaggedRow,
                $"Row {Row} (line {Line}) has {count} values where the header has {Headers.Length} columns.",
                Row,
                Line));
            return false;
        }

        if (_tokenizer.StrayQuoteField >= 0)
        {
            var column = Headers[_tokenizer.StrayQuoteField];
            _errors.Add(new CsvError(
                CsvErrorCodes.StrayQuote,
                $"Row {Row} (line {Line}), column '{column}': text follows a closing quote. Double quotes "
                + "inside a quoted value must be doubled.",
                Row,
                Line,
                column));
            return false;
        }

        return _recordBytes <= _limits.FieldBytesMax || AreFieldsShort();
    }

    private bool AreFieldsShort()
    {
        for (var i = 0; i < Headers.Length; i++)
        {
            if (_tokenizer.Length(i) > _limits.FieldBytesMax)
            {
                _errors.Add(new CsvError(
                    CsvErrorCodes.FieldTooLong,
                    $"Row {Row} (line {Line}), column '{Headers[i]}': the value is longer than "
                    + $"{_limits.FieldBytesMax:N0} bytes.",
                    Row,
                    Line,
                    Headers[i]));
                return false;
            }
        }

        return true;
    }

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        bool isAtEnd;
        while (!TryReadRecord(out isAtEnd) && !isAtEnd)
        {
            await FillAsync(cancellationToken);
        }

        if (isAtEnd)
        {
            if (!HasErrors)
            {
                Fail(new CsvError(CsvErrorCodes.Empty, "The file is empty: it needs a header line and data rows."));
            }

            return;
        }

        if (_tokenizer.FieldCount > _limits.ColumnsMax)
        {
            Fail(new CsvError(
                CsvErrorCodes.TooManyColumns,
                $"The header has {_tokenizer.FieldCount:N0} columns; at most {_limits.ColumnsMax:N0} are taken.",
                Line: Line));
            return;
        }

        var names = new string[_tokenizer.FieldCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Text(i);
        }

        _errors.AddRange(CsvHeader.Check(names, Line, _limits));
        _isDone = HasErrors;
        Headers = [.. names];
    }

    private bool TryReadRecord(out bool isAtEnd)
    {
        while (!_isDone)
        {
            if (_start == _checked && _isLast)
            {
                _isDone = true;
                break;
            }

            switch (_tokenizer.Read(_buffer, _start, _checked, _isLast))
            {
                case CsvTokenizer.State.UnclosedQuote:
                    Fail(UnclosedQuote());
                    break;
                case CsvTokenizer.State.NeedData:
                    isAtEnd = false;
                    return false;
                default:
                    if (Accept())
                    {
                        isAtEnd = false;
                        return true;
                    }

                    break;
            }
        }

        isAtEnd = true;
        return false;
    }

    /// <summary>Steps over the record just found; false for a blank line or one that is too long.</summary>
    private bool Accept()
    {
        _recordBytes = _tokenizer.Next - _start;
        _start = _tokenizer.Next;
        Line = _nextLine;
        _nextLine += 1 + _tokenizer.InnerLines;
        if (_recordBytes > _limits.LineBytesMax)
        {
            Fail(LineTooLong(Line));
            return false;
        }

        return _tokenizer.FieldCount > 1 || _tokenizer.Length(0) > 0;
    }

    private CsvError UnclosedQuote() => new(
        CsvErrorCodes.UnclosedQuote,
        $"The row that starts on line {_nextLine} opens a quote that is never closed.",
        Headers.IsEmpty ? null : Row + 1,
        _nextLine);

    private CsvError LineTooLong(long line) => new(
        CsvErrorCodes.LineTooLong,
        $"The row that starts on line {line} is longer than {_limits.LineBytesMax:N0} bytes. A quote that is opened "
        + "and not closed can be the cause.",
        Headers.IsEmpty ? null : Row + 1,
        line);

    private void Fail(CsvError error)
    {
        _errors.Add(error);
        _isDone = true;
    }

    /// <summary>Takes more bytes in behind what is not read yet, and checks their encoding.</summary>
    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_isDone || _isLast)
        {
            return;
        }

        if (_end - _start > _limits.LineBytesMax)
        {
            Fail(LineTooLong(_nextLine));
            return;
        }

        MakeRoom();
        var free = _buffer.Length - _end;
        var read = await _stream.ReadAtLeastAsync(
            _buffer.AsMemory(_end), Math.Min(free, FillBytesMin), throwOnEndOfStream: false, cancellationToken);
        _isLast = read < Math.Min(free, FillBytesMin);
        var isFirst = BytesRead == 0;
        BytesRead += read;
        _end += read;
        if (isFirst)
        {
            var refused = _gate.CheckStart(_buffer.AsSpan(0, _end), out _start);
            _checked = _start;
            if (refused is not null)
            {
                Fail(refused);
                return;
            }
        }

        var error = _gate.Check(_buffer.AsSpan(_checked, _end - _checked), _isLast, out var length);
        _checked += length;
        if (error is not null)
        {
            Fail(error);
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_checked, _end, _start) = (_checked - _start, _end - _start, 0);
        }

        if (_buffer.Length - _end < FillBytesMin)
        {
            // A record is at most LineBytesMax; the rest is room for one fill.
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, _limits.LineBytesMax + (2 * FillBytesMin)));
        }
    }
}
