namespace Portal.Compute.Training.Planning;

/// <summary>Codes that say why a column is not learned from.</summary>
public static class LeftOutReason
{
    /// <summary>Its values number the rows rather than describe them.</summary>
    public const string LooksLikeId = "looks-like-id";

    /// <summary>It has one value, or none.</summary>
    public const string Constant = "constant";

    /// <summary>It holds free text.</summary>
    public const string Text = "text";

    /// <summary>It holds dates.</summary>
    public const string Date = "date";

    /// <summary>It identifies the person or thing that a row is about.</summary>
    public const string SubjectKey = "subject-key";

    /// <summary>The person who asked chose other columns.</summary>
    public const string ChosenByYou = "chosen-by-you";
}
