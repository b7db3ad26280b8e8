using System.Globalization;

namespace Portal.Web.Ui.Charts;

/// <summary>Figures as people read them.</summary>
public static class Figure
{
    /// <summary>Three to four digits that matter: 0.0123, 0.834, 12.4, 1,230, 45.6 k, 1.2 M.</summary>
    public static string Short(double value)
    {
        var culture = CultureInfo.CurrentCulture;
        return Math.Abs(value) switch
        {
            double.NaN => "–",
            0 => "0",
            >= 1e9 => (value / 1e9).ToString("0.##", culture) + " G",
            >= 1e6 => (value / 1e6).ToString("0.##", culture) + " M",
            >= 1e4 => (value / 1e3).ToString("0.#", culture) + " k",
            >= 100 => value.ToString("#,0.#", culture),
            >= 1 => value.ToString("0.##", culture),
            >= 0.001 => value.ToString("0.####", culture),
            _ => value.ToString("0.##e0", culture),
        };
    }

    /// <summary>A share of one, in percent.</summary>
    public static string Percent(double share) => share.ToString("P1", CultureInfo.CurrentCulture);
}
