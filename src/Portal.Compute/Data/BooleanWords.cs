using System.Text;

namespace Portal.Compute.Data;

/// <summary>The words that a Boolean column may hold, in any case.</summary>
public static class BooleanWords
{
    /// <summary>
    /// Which pair a word belongs to; a column is inferred Boolean when all its words are of one pair.
    /// </summary>
    [Flags]
    public enum Pair
    {
        None = 0,
        TrueFalse = 1,
        YesNo = 2,
        YN = 4,
        TF = 8,

        /// <summary>1 and 0: numbers, unless a person says that the column is Boolean.</summary>
        Digits = 16,
    }

    /// <summary>The pair of a trimmed UTF-8 value and which of the two it is; None when it is neither.</summary>
    public static Pair Classify(ReadOnlySpan<byte> value, out bool isTrue)
    {
        isTrue = false;
        switch (value.Length)
        {
            case 1:
                isTrue = value[0] is (byte)'1' or (byte)'y' or (byte)'Y' or (byte)'t' or (byte)'T';
                return value[0] switch
                {
                    (byte)'0' or (byte)'1' => Pair.Digits,
                    (byte)'y' or (byte)'Y' or (byte)'n' or (byte)'N' => Pair.YN,
                    (byte)'t' or (byte)'T' or (byte)'f' or (byte)'F' => Pair.TF,
                    _ => Pair.None,
                };
            case 2:
                return Ascii.EqualsIgnoreCase(value, "no"u8) ? Pair.YesNo : Pair.None;
            case 3:
                isTrue = Ascii.EqualsIgnoreCase(value, "yes"u8);
                return isTrue ? Pair.YesNo : Pair.None;
            case 4:
                isTrue = Ascii.EqualsIgnoreCase(value, "true"u8);
                return isTrue ? Pair.TrueFalse : Pair.None;
            case 5:
                return Ascii.EqualsIgnoreCase(value, "false"u8) ? Pair.TrueFalse : Pair.None;
            default:
                return Pair.None;
        }
    }
}
