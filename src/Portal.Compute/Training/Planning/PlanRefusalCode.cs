namespace Portal.Compute.Training.Planning;

/// <summary>Stable codes of refusals.</summary>
public static class PlanRefusalCode
{
    public const string TargetNotFound = "target-not-found";
    public const string ColumnNotFound = "column-not-found";
    public const string TargetMissingEverywhere = "target-missing-everywhere";
    public const string TargetSingleValue = "target-single-value";
    public const string TargetIsDate = "target-is-date";
    public const string TargetIsNotNumeric = "target-is-not-numeric";
    public const string NotTwoClasses = "not-two-classes";
    public const string TooManyClasses = "too-many-classes";
    public const string ClassTooRare = "class-too-rare";
    public const string PositiveClassNotFound = "positive-class-not-found";
    public const string NoUsableColumn = "no-usable-column";
    public const string TooFewRows = "too-few-rows";
}
