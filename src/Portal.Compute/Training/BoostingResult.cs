using Portal.Compute.Training.Encoding;
using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training;

/// <summary>The grown trees and how they came about; owns the model.</summary>
internal sealed record BoostingResult(
    FeatureEncoder Encoder,
    XgBoostBooster Model,
    XgBoostSettings Settings,
    int BestRound,
    IReadOnlyList<BoostingRound> Curve) : IDisposable
{
    public void Dispose() => Model.Dispose();
}
