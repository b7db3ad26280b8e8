using Portal.Compute.Data;
using Portal.Compute.Training;
using Portal.Compute.Training.Planning;

namespace Portal.Benchmarks;

/// <summary>Takes a CSV file the way the product does: profile, plan, read.</summary>
internal static class TrainingFile
{
    public static async Task<(DataTable Table, TrainingRequest Request)> OpenAsync(
        string path, string target, CancellationToken cancellationToken)
    {
        TableProfile profile;
        await using (var stream = File.OpenRead(path))
        {
            var outcome = await CsvProfiler.ProfileAsync(
                stream, CsvProfileOptions.Default, null, cancellationToken);
            profile = outcome is CsvProfileOutcome.Profiled(var good)
                ? good
                : throw new InvalidDataException(outcome.ToString());
        }

        var request = new TrainingRequest { Target = target };
        var plan = TrainingPlanner.Plan(TableFacts.From(profile), request) is PlanOutcome.Planned(var planned)
            ? planned
            : throw new InvalidDataException($"{path} cannot be trained on.");
        var columns = ColumnsToRead.For(profile.ToSchema(), plan);
        await using var again = File.OpenRead(path);
        var read = await CsvTableReader.ReadAsync(
            again, profile.ToSchema(), columns.Names, TableReadOptions.Default, cancellationToken);
        return read is TableReadOutcome.Read { Table: var table }
            ? (table, request with { NotRead = columns.NotRead })
            : throw new InvalidDataException(read.ToString());
    }
}
