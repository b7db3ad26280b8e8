using System.Text;

namespace Portal.Compute.Data;

/// <summary>What a header line must be: every column named, no name twice.</summary>
internal static class CsvHeader
{
    public static IEnumerable<CsvError> Check(IReadOnlyList<string> names, long line, CsvLimits limits)
    {
        var errors = new List<CsvError>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count && errors.Count < limits.ErrorsMax; i++)
        {
            var name = names[i];
            if (name.Length == 0)
            {
                errors.Add(new CsvError(
                    CsvErrorCodes.EmptyHeader, $"Column {i + 1} of the header has no name.", Line: line));
            }
            else if (Encoding.UTF8.GetByteCount(name) > limits.HeaderBytesMax)
            {
                errors.Add(new CsvError(
                    CsvErrorCodes.HeaderTooLong,
                    $"The name of column {i + 1} is longer than {limits.HeaderBytesMax} bytes.",
                    Line: line));
            }
            else if (!first.TryAdd(name, i))
            {
                errors.Add(new CsvError(
                    CsvErrorCodes.DuplicateHeader,
                    $"Columns {first[name] + 1} and {i + 1} are both called '{name}'.",
                    Line: line,
                    Column: name));
            }
        }

        return errors;
    }
}
