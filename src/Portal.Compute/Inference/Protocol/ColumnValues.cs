using System.Globalization;
using System.Text.Json;
using Portal.Compute.Data;

namespace Portal.Compute.Inference.Protocol;

/// <summary>
/// Collects the values of one input from JSON, as training would have read them from a file: numbers as double rounded
/// to float, text trimmed, the same words standing for a missing value.
/// </summary>
internal sealed class ColumnValues(SignatureInput input)
{
    private readonly List<float> _numbers = [];
    private readonly List<string> _texts = [];

    public int Count => input.Kind is InputKind.Number ? _numbers.Count : _texts.Count;

    public InferenceColumn ToColumn() => input.Kind is InputKind.Number
        ? new InferenceColumn.Numbers([.. _numbers])
        : new InferenceColumn.Texts([.. _texts]);

    /// <summary>Adds the value that the reader stands on.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        if (input.Kind is InputKind.Number)
        {
            _numbers.Add(Number(ref reader));
        }
        else
        {
            _texts.Add(Category(ref reader));
        }
    }

    private float Number(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return float.NaN;
            case JsonTokenType.True:
                return 1;
            case JsonTokenType.False:
                return 0;
            case JsonTokenType.Number when reader.TryGetDouble(out var value) && float.IsFinite((float)value):
                return (float)value;
            case JsonTokenType.Number:
                throw Wrong("is too large a number");
            default:
                throw Wrong("must be a number or null");
        }
    }

    private string Category(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return "";
            case JsonTokenType.String:
                var text = RequestReading.Text(ref reader).Trim(' ', '\t');
                return MissingTokens.IsMissing(text) ? "" : text;
            case JsonTokenType.True:
                return Word("true");
            case JsonTokenType.False:
                return Word("false");
            case JsonTokenType.Number when reader.TryGetInt64(out var whole):
                return whole.ToString(CultureInfo.InvariantCulture);
            case JsonTokenType.Number when reader.TryGetDouble(out var value) && double.IsFinite(value):
                return value.ToString("R", CultureInfo.InvariantCulture);
            default:
                throw Wrong("must be text, a number, true, false or null");
        }
    }

    // JSON has one spelling of true; a file may have had "True".
    private string Word(string word) =>
        input.Levels.FirstOrDefault(level => level.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word;

    private RequestFaultException Wrong(string what) => new(
        RequestFaultCode.WrongValue, $"\"{input.Name}\" {what} in row {Count + 1}.", input.Name, Count);
}
