namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>Where a feature of the engine is found in the graph.</summary>
/// <param name="Slot">Column of the graph's feature matrix.</param>
/// <param name="Level">
/// Null: the slot holds the feature itself. Otherwise the feature is 1 where the slot holds this code, and missing
/// elsewhere.
/// </param>
internal sealed record TreeFeature(int Slot, int? Level = null);
