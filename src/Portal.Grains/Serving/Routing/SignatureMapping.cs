using Portal.Compute.Inference;
using Portal.Grains.Models;
using ComputeProblem = Portal.Compute.Inference.ProblemKind;
using ComputeSignature = Portal.Compute.Inference.ModelSignature;
using ProblemKind = Portal.Grains.Models.ProblemKind;

namespace Portal.Grains.Serving.Routing;

/// <summary>A registered version's signature as the runner takes it.</summary>
internal static class SignatureMapping
{
    private const string Category = "category";

    public static ComputeSignature ToCompute(ModelVersion version)
    {
        var problem = version.Problem switch
        {
            ProblemKind.Binary => ComputeProblem.Binary,
            ProblemKind.Multiclass => ComputeProblem.Multiclass,
            ProblemKind.Regression => ComputeProblem.Regression,
        };
        var classes = problem is ComputeProblem.Regression
            ? []
            : version.Signature.Outputs
                .Select(o => o.Levels)
                .FirstOrDefault(levels => !levels.IsDefaultOrEmpty, []);
        return new ComputeSignature(
            problem,
            version.Target,
            [
                .. version.Signature.Inputs.Select(i => new SignatureInput(
                    i.Name,
                    i.Kind == Category ? InputKind.Category : InputKind.Number,
                    i.Levels.IsDefault ? [] : i.Levels)),
            ],
            classes,
            problem is ComputeProblem.Binary ? classes.ElementAtOrDefault(1) : null);
    }
}
