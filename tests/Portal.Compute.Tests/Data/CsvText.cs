using System.Text;
using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

/// <summary>Short ways from a literal to an outcome.</summary>
internal static class CsvText
{
    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    public static Task<CsvProfileOutcome> OutcomeAsync(string text, CsvProfileOptions? options = null) =>
        CsvProfiler.ProfileAsync(Stream(text), options ?? CsvProfileOptions.Default);

    public static Task<CsvProfileOutcome> OutcomeAsync(byte[] bytes) =>
        CsvProfiler.ProfileAsync(new MemoryStream(bytes), CsvProfileOptions.Default);

    public static async Task<TableProfile> ProfileAsync(string text, CsvProfileOptions? options = null) =>
        (await OutcomeAsync(text, options)).ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile;

    public static async Task<CsvError> RefusalAsync(string text, CsvProfileOptions? options = null) =>
        (await OutcomeAsync(text, options)).ShouldBeOfType<CsvProfileOutcome.Refused>().Errors[0];

    public static async Task<CsvError> RefusalAsync(byte[] bytes) =>
        (await OutcomeAsync(bytes)).ShouldBeOfType<CsvProfileOutcome.Refused>().Errors[0];

    /// <summary>One column named x with these values.</summary>
    public static async Task<ColumnProfile> ColumnAsync(IEnumerable<string> values, ColumnType? type = null)
    {
        var options = type is null
            ? CsvProfileOptions.Default
            : new CsvProfileOptions { Overrides = new Dictionary<string, ColumnType> { ["x"] = type.Value } };
        var text = "x,end\n" + string.Concat(values.Select(v => v + ",0\n"));
        return (await ProfileAsync(text, options)).Columns[0];
    }
}
