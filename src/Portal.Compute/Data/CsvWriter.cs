using System.Globalization;
using System.Text;

namespace Portal.Compute.Data;

/// <summary>Writes RFC 4180 CSV in UTF-8, row by row, each cell as <see cref="CsvCell"/> makes it safe.</summary>
/// <remarks>Does not dispose the stream. Call <see cref="FlushAsync"/> at the end.</remarks>
public sealed class CsvWriter(Stream stream, char delimiter = ',')
{
    private const int BufferedCharsMax = 32 << 10;

    private readonly StringBuilder _pending = new();

    /// <summary>Writes one row. Numbers and dates are written invariantly; null is an empty cell.</summary>
    public async ValueTask WriteRowAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                _pending.Append(delimiter);
            }

            _pending.Append(CsvCell.Format(TextOf(cells[i]), delimiter));
        }

        _pending.Append("\r\n");
        if (_pending.Length >= BufferedCharsMax)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Hands everything written so far to the stream.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        var bytes = Encoding.UTF8.GetBytes(_pending.ToString());
        _pending.Clear();
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private static string? TextOf(object? cell) => cell switch
    {
        DateTime or DateTimeOffset => ((IFormattable)cell).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => cell?.ToString(),
    };
}
