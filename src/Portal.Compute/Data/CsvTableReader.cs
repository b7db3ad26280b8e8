using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>Reads a CSV stream whose schema is known into a table in memory.</summary>
public static class CsvTableReader
{
    /// <summary>Reads chosen columns.</summary>
    /// <param name="stream">Read forwards, once.</param>
    /// <param name="schema">The file may have its columns in another order, and further ones.</param>
    /// <param name="columns">Names of columns to keep, in the order wanted; null for all.</param>
    /// <param name="options">Bounds and sampling.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <remarks>
    /// Numbers are read as double and rounded to float. Values that do not fit the column's type are missing and
    /// counted. The result does not depend on how the stream is chunked.
    /// </remarks>
    public static async Task<TableReadOutcome> ReadAsync(
        Stream stream,
        TableSchema schema,
        IReadOnlyList<string>? columns,
        TableReadOptions options,
        CancellationToken cancellationToken = default)
    {
        var wanted = columns ?? [.. schema.Columns.Select(c => c.Name)];
        var reader = await CsvReader.OpenAsync(stream, options.Limits, schema.Delimiter, cancellationToken);
        var errors = reader.HasErrors ? reader.Errors : CheckColumns(reader, schema, wanted);
        if (!errors.IsEmpty)
        {
            return new TableReadOutcome.Refused(errors);
        }

        var fields = wanted.Select(name => reader.Headers.IndexOf(name)).ToArray();
        var builders = wanted.Select(name => ColumnBuilder.For(schema.Find(name)!, options.LevelsMax)).ToArray();
        var slots = new RowSlots(options);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!slots.TryTake(out var slot))
            {
                if (slots.IsRefused)
                {
                    return new TableReadOutcome.Refused([TooManyRows(options, reader)]);
                }

                continue;
            }

            for (var i = 0; i < fields.Length; i++)
            {
                builders[i].Set(slot, reader.Field(fields[i]));
            }
        }

        errors = reader.Errors.AddRange(builders.Where(b => b.IsOverfull).Select(b => TooManyLevels(b, options)));
        return errors.IsEmpty
            ? Build(builders, slots, reader.Row)
            : new TableReadOutcome.Refused(errors);
    }

    private static TableReadOutcome.Read Build(ColumnBuilder[] builders, RowSlots slots, long rowsInFile)
    {
        var misfits = builders.Where(b => b.Misfits > 0).ToImmutableDictionary(b => b.Name, b => b.Misfits);
        var table = new DataTable(builders.Select(b => b.Build(slots.Count)));
        return new TableReadOutcome.Read(
            slots.FileOrder() is { } order ? table.Take(order) : table, rowsInFile, misfits);
    }

    private static ImmutableArray<CsvError> CheckColumns(
        CsvReader reader, TableSchema schema, IReadOnlyList<string> wanted)
    {
        var errors = ImmutableArray.CreateBuilder<CsvError>();
        foreach (var name in wanted)
        {
            if (schema.Find(name) is null)
            {
                errors.Add(new CsvError(
                    CsvErrorCodes.UnknownColumn, $"The dataset has no column '{name}'.", Column: name));
            }
            else if (!reader.Headers.Contains(name))
            {
                errors.Add(new CsvError(
                    CsvErrorCodes.SchemaMismatch,
                    $"The file has no column '{name}'.",
                    Line: reader.Line,
                    Column: name));
            }
        }

        return errors.ToImmutable();
    }

    private static CsvError TooManyRows(TableReadOptions options, CsvReader reader) => new(
        CsvErrorCodes.TooManyRows, $"The file has more than {options.RowsMax:N0} rows.", reader.Row, reader.Line);

    private static CsvError TooManyLevels(ColumnBuilder builder, TableReadOptions options) => new(
        CsvErrorCodes.TooManyLevels,
        $"Column '{builder.Name}' has more than {options.LevelsMax:N0} different values: leave it out.",
        Column: builder.Name);
}
