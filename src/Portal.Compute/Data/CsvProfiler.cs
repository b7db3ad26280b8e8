namespace Portal.Compute.Data;

/// <summary>Infers the columns of a CSV file and their statistics in one forward pass and bounded memory.</summary>
public static class CsvProfiler
{
    /// <summary>Reads a stream once, to its end unless the file is refused; the stream may still be arriving.</summary>
    /// <remarks>
    /// Histograms of columns with more values than the sample holds are scaled from it; <see cref="RefineAsync"/> makes
    /// them exact. Everything else is as <see cref="ColumnProfile"/> says. Same bytes and options, same result.
    /// </remarks>
    public static async Task<CsvProfileOutcome> ProfileAsync(
        Stream stream,
        CsvProfileOptions options,
        IProgress<CsvProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var reader = await CsvReader.OpenAsync(stream, options.Limits, options.Delimiter, cancellationToken);
        var unknown = options.Overrides.Keys
            .Where(k => !reader.HasErrors && !reader.Headers.Contains(k))
            .Order(StringComparer.Ordinal);
        var errors = reader.Errors.AddRange(unknown.Select(k => new CsvError(
            CsvErrorCodes.UnknownColumn, $"A type is set for column '{k}', which the file does not have.", Column: k)));
        if (!errors.IsEmpty)
        {
            return new CsvProfileOutcome.Refused(errors);
        }

        var budget = ProfileBudget.For(reader.Headers.Length);
        var columns = reader.Headers.Select((name, i) => new ColumnAccumulator(
            name,
            options.Overrides.TryGetValue(name, out var type) ? type : null,
            budget,
            options.Seed + (ulong)i)).ToArray();
        await ReadRowsAsync(reader, r => AddTo(r, columns), options.Limits, progress, cancellationToken);
        if (reader.HasErrors)
        {
            return new CsvProfileOutcome.Refused(reader.Errors);
        }

        if (reader.Row == 0)
        {
            return new CsvProfileOutcome.Refused(
            [
                new CsvError(CsvErrorCodes.NoRows, "The file has a header line but no data rows.", Line: reader.Line),
            ]);
        }

        return new CsvProfileOutcome.Profiled(new TableProfile(
            reader.Row, reader.BytesRead, reader.Delimiter, [.. columns.Select(ColumnInference.Profile)]));
    }

    /// <summary>
    /// Profiles a file that can be opened again: as the other overload, then a second pass for exact histograms when a
    /// column needs it. Streams that <paramref name="open"/> gives are disposed here.
    /// </summary>
    public static async Task<CsvProfileOutcome> ProfileAsync(
        Func<CancellationToken, ValueTask<Stream>> open,
        CsvProfileOptions options,
        IProgress<CsvProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        await using var stream = await open(cancellationToken);
        var outcome = await ProfileAsync(stream, options, progress, cancellationToken);
        return outcome is CsvProfileOutcome.Profiled profiled
            ? new CsvProfileOutcome.Profiled(
                await RefineAsync(profiled.Profile, open, options.Limits, progress, cancellationToken))
            : outcome;
    }

    /// <summary>
    /// Replaces histograms that came from a sample by exact ones, in one pass; none is needed when all are.
    /// </summary>
    /// <exception cref="InvalidDataException">The stream is not the file that was profiled.</exception>
    public static async Task<TableProfile> RefineAsync(
        TableProfile profile,
        Func<CancellationToken, ValueTask<Stream>> open,
        CsvLimits limits,
        IProgress<CsvProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var counters = profile.Columns.Select((c, i) => (Column: c, Index: i))
            .Where(c => c.Column.Histogram is { IsExact: false })
            .Select(c => new HistogramCounter(c.Index, c.Column))
            .ToArray();
        if (counters.Length == 0)
        {
            return profile;
        }

        await using var stream = await open(cancellationToken);
        var reader = await CsvReader.OpenAsync(stream, limits, profile.Delimiter, cancellationToken);
        if (!reader.HasErrors && reader.Headers.SequenceEqual(profile.Columns.Select(c => c.Name)))
        {
            await ReadRowsAsync(reader, r => CountInto(r, counters), limits, progress, cancellationToken);
        }

        if (reader.HasErrors || reader.Row != profile.Rows)
        {
            throw new InvalidDataException("The stream is not the file that was profiled.");
        }

        var columns = profile.Columns.ToBuilder();
        foreach (var counter in counters)
        {
            columns[counter.Index] = columns[counter.Index] with { Histogram = counter.ToHistogram() };
        }

        return profile with { Columns = columns.ToImmutable() };
    }

    private static async Task ReadRowsAsync(
        CsvReader reader,
        Action<CsvReader> onRow,
        CsvLimits limits,
        IProgress<CsvProgress>? progress,
        CancellationToken cancellationToken)
    {
        var reportAt = limits.ProgressBytes;
        while (await reader.ReadAsync(cancellationToken))
        {
            onRow(reader);
            if (progress is not null && reader.BytesRead >= reportAt)
            {
                progress.Report(new CsvProgress(reader.Row, reader.BytesRead));
                reportAt = reader.BytesRead + limits.ProgressBytes;
            }
        }

        progress?.Report(new CsvProgress(reader.Row, reader.BytesRead));
    }

    private static void AddTo(CsvReader reader, ColumnAccumulator[] columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Add(reader.Field(i), reader.Row);
        }
    }

    private static void CountInto(CsvReader reader, HistogramCounter[] counters)
    {
        foreach (var counter in counters)
        {
            counter.Add(reader.Field(counter.Index));
        }
    }
}
