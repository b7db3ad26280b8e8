using Portal.Compute.Data;

namespace Portal.Compute.Drift;

/// <summary>Compares current data with a reference, column by column.</summary>
/// <remarks>
/// A column drifts when the difference matters (population stability index) and is real (test significant after
/// correction for all tests of the report). Neither alone is enough: with many rows every test is significant, with
/// few rows the index is large by chance. So more of the same data may settle "not enough data" but never turns drift
/// into stable or back. The order of rows does not matter.
/// </remarks>
public static class DriftAnalyzer
{
    /// <summary>The report for every column of the reference; further columns of the data are not looked at.</summary>
    public static DriftReport Compare(ReferenceProfile reference, DataTable current, DriftOptions options)
    {
        var columns = reference.Columns
            .Select(c => new Pending(c, current.Find(c.Name), options))
            .ToList();
        var tests = columns.SelectMany(c => c.PValues()).ToList();
        var adjusted = new Queue<double>(BenjaminiHochberg.Adjust(tests));
        return new DriftReport(
            reference.Rows, current.RowCount, [.. columns.Select(c => c.Judge(adjusted))]);
    }

    /// <summary>One column between its tests and the correction that needs all of them.</summary>
    private sealed class Pending
    {
        private readonly ReferenceColumn _reference;
        private readonly DriftOptions _options;
        private readonly ColumnComparison? _values;
        private readonly string? _reason;
        private readonly double? _missingP;
        private readonly double _missingBefore;
        private readonly double _missingNow;

        public Pending(ReferenceColumn reference, DataColumn? current, DriftOptions options)
        {
            (_reference, _options) = (reference, options);
            _values = (reference, current) switch
            {
                (ReferenceColumn.Numeric before, NumericColumn now) => NumericComparison.Compare(before, now),
                (ReferenceColumn.Categories before, CategoryColumn now) => CategoryComparison.Compare(before, now),
                _ => null,
            };
            _reason = current is null ? DriftReasons.ColumnAbsent
                : _values is null ? DriftReasons.TypeDiffers
                : Math.Min(_values.ReferenceValues, _values.CurrentValues) < options.ValuesMin
                    ? DriftReasons.TooFewValues
                    : null;
            _missingBefore = reference.Count == 0 ? 0 : (double)reference.Missing / reference.Count;
            if (current is null || _values is null || current.RowCount == 0)
            {
                return;
            }

            var missing = current.MissingCount;
            _missingNow = (double)missing / current.RowCount;
            if (missing + reference.Missing > 0 && Math.Min(current.RowCount, reference.Count) >= options.ValuesMin)
            {
                _missingP = ChiSquareTest.Test(
                    [reference.Missing, reference.Count - reference.Missing],
                    [missing, current.RowCount - missing]).PValue;
            }
        }

        private bool IsTested => _values is not null && _reason is null;

        /// <summary>
        /// The p-values that this column adds to the family, in the order that Judge takes them back.
        /// </summary>
        public IEnumerable<double> PValues()
        {
            if (IsTested)
            {
                yield return _values!.PValue; // Tested means compared.
            }

            if (_missingP is { } p)
            {
                yield return p;
            }
        }

        public ColumnDrift Judge(Queue<double> adjusted)
        {
            double? p = IsTested ? adjusted.Dequeue() : null;
            double? missingP = _missingP is null ? null : adjusted.Dequeue();
            var verdict = p is null
                ? DriftVerdict.NotEnoughData
                : Rate(_values!.Psi, _options.PsiModerate, _options.PsiLarge, p.Value);
            var change = Math.Abs(_missingNow - _missingBefore);
            var missing = missingP is null
                ? DriftVerdict.Stable
                : Rate(change, _options.MissingModerate, _options.MissingLarge, missingP.Value);
            var worse = (DriftVerdict)Math.Max((int)verdict, (int)missing);
            return new ColumnDrift(
                _reference.Name,
                _reference.Type,
                worse,
                worse == DriftVerdict.NotEnoughData ? _reason ?? DriftReasons.NotSignificant : null,
                _reference is ReferenceColumn.Numeric ? "ks" : "chi-square",
                IsTested ? _values!.Statistic : null,
                IsTested ? _values!.PValue : null,
                p,
                IsTested ? _values!.Psi : null,
                IsTested ? _values!.JensenShannon : null,
                _options.SignificanceLevel,
                _options.PsiModerate,
                _options.PsiLarge,
                _reference.Count - _reference.Missing,
                _values?.CurrentValues ?? 0,
                new MissingDrift(_missingBefore, _missingNow, _missingP, missingP, missing),
                _values?.NewCategories ?? [],
                _values is { CurrentValues: > 0 } ? (double)_values.NewCount / _values.CurrentValues : 0,
                _values?.Overlay);
        }

        private DriftVerdict Rate(double effect, double moderate, double large, double p) =>
            effect < moderate ? DriftVerdict.Stable
            : p >= _options.SignificanceLevel ? DriftVerdict.NotEnoughData
            : effect < large ? DriftVerdict.Moderate
            : DriftVerdict.Drifted;
    }
}
