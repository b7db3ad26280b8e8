namespace Portal.Grains.Training;

/// <summary>The model's own output among the columns of a version's reference profile.</summary>
public static class ReferenceOutput
{
    /// <summary>
    /// Its name: for two classes the probability of the positive one, for more the predicted class, for numbers the
    /// prediction. It is the last column.
    /// </summary>
    public const string Column = "$output";
}
