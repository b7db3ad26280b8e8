namespace Portal.Compute.Data;

/// <summary>Finds the fields of one RFC 4180 record in a buffer; keeps positions, copies nothing.</summary>
/// <remarks>
/// More lenient than the RFC where real files are: a quote inside an unquoted field is a letter, spaces around a
/// quoted field are dropped, CR, LF and CRLF all end a record, values are trimmed of spaces and tabs.
/// </remarks>
internal sealed class CsvTokenizer(byte delimiter, int columnsMax)
{
    private int[] _starts = new int[32];
    private int[] _lengths = new int[32];
    private readonly List<int> _escaped = [];

    public enum State
    {
        Record,
        NeedData,
        UnclosedQuote,
    }

    /// <summary>Fields of the last record; may exceed the bound, beyond which positions are not kept.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Index of the first field that has text after its closing quote, or -1.</summary>
    public int StrayQuoteField { get; private set; }

    /// <summary>Position after the record and its line end.</summary>
    public int Next { get; private set; }

    /// <summary>Line breaks that the record's quoted fields hold.</summary>
    public int InnerLines { get; private set; }

    public int Start(int field) => _starts[field];

    public int Length(int field) => _lengths[field];

    /// <summary>Reads the record that starts at <paramref name="at"/>.</summary>
    public State Read(byte[] buffer, int at, int end, bool isLast)
    {
        FieldCount = 0;
        StrayQuoteField = -1;
        InnerLines = 0;
        _escaped.Clear();
        var p = at;
        while (true)
        {
            var first = p;
            while (first < end && buffer[first] == (byte)' ')
            {
                first++;
            }

            if (first == end && !isLast)
            {
                return State.NeedData;
            }

            int stop;
            if (first < end && buffer[first] == (byte)'"')
            {
                var state = ReadQuoted(buffer, first + 1, end, isLast, out stop);
                if (state != State.Record)
                {
                    return state;
                }
            }
            else
            {
                stop = FindEnd(buffer, p, end);
                if (stop == end && !isLast)
                {
                    return State.NeedData;
                }

                Add(buffer, p, stop);
            }

            if (stop < end && buffer[stop] == delimiter)
            {
                p = stop + 1;
                continue;
            }

            return Finish(buffer, stop, end, isLast);
        }
    }

    private int FindEnd(byte[] buffer, int from, int end)
    {
        var found = buffer.AsSpan(from, end - from).IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
        return found < 0 ? end : from + found;
    }

    private State ReadQuoted(byte[] buffer, int from, int end, bool isLast, out int stop)
    {
        var close = from;
        var isEscaped = false;
        while (true)
        {
            var found = buffer.AsSpan(close, end - close).IndexOf((byte)'"');
            stop = end;
            if (found < 0)
            {
                return isLast ? State.UnclosedQuote : State.NeedData;
            }

            close += found;
            if (close + 1 == end && !isLast)
            {
                return State.NeedData;
            }

            if (close + 1 == end || buffer[close + 1] != (byte)'"')
            {
                break;
            }

            isEscaped = true;
            close += 2;
        }

        stop = FindEnd(buffer, close + 1, end);
        if (stop == end && !isLast)
        {
            return State.NeedData;
        }

        if (buffer.AsSpan(close + 1, stop - close - 1).ContainsAnyExcept((byte)' ', (byte)'\t') && StrayQuoteField < 0)
        {
            StrayQuoteField = FieldCount;
        }

        if (isEscaped && FieldCount <= columnsMax)
        {
            _escaped.Add(FieldCount);
        }

        InnerLines += buffer.AsSpan(from, close - from).Count((byte)'\n');
        Add(buffer, from, close);
        return State.Record;
    }

    private State Finish(byte[] buffer, int stop, int end, bool isLast)
    {
        if (stop == end)
        {
            Next = end;
        }
        else if (buffer[stop] == (byte)'\n')
        {
            Next = stop + 1;
        }
        else if (stop + 1 == end)
        {
            Next = end;
            if (!isLast)
            {
                return State.NeedData;
            }
        }
        else
        {
            Next = buffer[stop + 1] == (byte)'\n' ? stop + 2 : stop + 1;
        }

        foreach (var field in _escaped)
        {
            Unescape(buffer, field);
        }

        return State.Record;
    }

    private void Add(byte[] buffer, int from, int to)
    {
        while (from < to && buffer[from] is (byte)' ' or (byte)'\t')
        {
            from++;
        }

        while (to > from && buffer[to - 1] is (byte)' ' or (byte)'\t')
        {
            to--;
        }

        var index = FieldCount++;
        if (index > columnsMax)
        {
            return;
        }

        if (index == _starts.Length)
        {
            Array.Resize(ref _starts, index * 2);
            Array.Resize(ref _lengths, index * 2);
        }

        _starts[index] = from;
        _lengths[index] = to - from;
    }

    /// <summary>
    /// Turns doubled quotes into single ones, in place: the record is complete and is not read again.
    /// </summary>
    private void Unescape(byte[] buffer, int field)
    {
        var from = _starts[field];
        var to = from;
        for (var read = from; read < from + _lengths[field]; read++)
        {
            buffer[to++] = buffer[read];
            if (buffer[read] == (byte)'"')
            {
                read++;
            }
        }

        _lengths[field] = to - from;
    }
}
