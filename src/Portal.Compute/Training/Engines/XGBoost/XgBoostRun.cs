namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>Boosts round by round, with early stopping on a validation set.</summary>
internal static class XgBoostRun
{
    /// <param name="settings">Parameters; the seed decides all sampling.</param>
    /// <param name="train">Rows with labels.</param>
    /// <param name="validation">Rows for early stopping, or null to run all rounds.</param>
    /// <param name="onRound">Called after each round, on this thread.</param>
    /// <param name="cancellationToken">Looked at between rounds.</param>
    public static XgBoostFit Fit(
        XgBoostSettings settings,
        XgBoostMatrix train,
        XgBoostMatrix? validation,
        Action<BoostingRound>? onRound,
        CancellationToken cancellationToken)
    {
        var booster = validation is null
            ? new XgBoostBooster(settings, train)
            : new XgBoostBooster(settings, train, validation);
        try
        {
            var curve = new List<BoostingRound>();
            var best = 0;
            for (var round = 0; round < settings.MaxRounds; round++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                booster.Update(round, train);
                curve.Add(Measure(booster, round, train, validation));
                onRound?.Invoke(curve[^1]);
                if (validation is null || curve[round].Validation < curve[best].Validation)
                {
                    best = round;
                }
                else if (settings.Patience > 0 && round - best >= settings.Patience)
                {
                    break;
                }
            }

            return CutBack(booster, best + 1, curve);
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }

    private static BoostingRound Measure(
        XgBoostBooster booster, int round, XgBoostMatrix train, XgBoostMatrix? validation)
    {
        var figures = validation is null
            ? booster.Evaluate(round, train)
            : booster.Evaluate(round, train, validation);
        return new BoostingRound(round + 1, figures[0], validation is null ? null : figures[1]);
    }

    private static XgBoostFit CutBack(XgBoostBooster booster, int rounds, List<BoostingRound> curve)
    {
        if (rounds == curve.Count)
        {
            return new XgBoostFit(booster, rounds, curve);
        }

        using (booster)
        {
            return new XgBoostFit(booster.FirstRounds(rounds), rounds, curve);
        }
    }
}
