namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>A finished boosting run; owns the model.</summary>
/// <param name="Model">The model, cut back to the best round.</param>
/// <param name="BestRound">Rounds that the model has.</param>
/// <param name="Curve">Every round that ran, those after the best one included.</param>
internal sealed record XgBoostFit(XgBoostBooster Model, int BestRound, IReadOnlyList<BoostingRound> Curve)
    : IDisposable
{
    public void Dispose() => Model.Dispose();
}
