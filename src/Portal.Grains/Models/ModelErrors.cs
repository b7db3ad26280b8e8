using Portal.Tenancy.Primitives;

namespace Portal.Grains.Models;

/// <summary>The refusals of this feature.</summary>
internal static class ModelErrors
{
    public static readonly NotFound NotFound = new("model-not-found", "There is no such model.");

    public static readonly NotFound VersionNotFound =
        new("model-version-not-found", "There is no such version of this model.");

    public static readonly Conflict NameTaken =
        new("model-name-taken", "There is a model of this name. Choose another name, or add a version to that model.");

    public static readonly Invalid BadName =
        new("invalid-model-name", "A model's name has 1 to 100 characters and no control characters.");

    public static readonly Invalid DescriptionTooLong =
        new("description-too-long", "A description has at most 5,000 characters.");

    public static readonly Invalid BadTags = new(
        "invalid-tags", "A model has at most 50 tags: names of 1 to 50 characters, values of at most 250.");

    public static readonly NotFound ArtifactGone =
        new("model-artifact-gone", "This file of the version is not there any more.");

    public static readonly Conflict OtherProblem = new(
        "other-problem",
        "This model predicts another column or another kind of answer. Register the run as a new model.");
}
