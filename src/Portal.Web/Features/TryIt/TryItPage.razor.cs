using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Tenancy.Primitives;
using Portal.Web.Features.Inference;

namespace Portal.Web.Features.TryIt;

/// <summary>Asks an endpoint by hand.</summary>
public sealed partial class TryItPage(
    ITryItFacade facade, NavigationManager navigation, IStringLocalizer<TryItText> T)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private TryItForm? _form;
    private TryItAnswer? _answer;
    private Error? _error;
    private bool _busy;

    /// <summary>The endpoint's name.</summary>
    [Parameter]
    public required string Endpoint { get; set; }

    private string Origin => new Uri(navigation.BaseUri).GetLeftPart(UriPartial.Authority);

    private async Task<Result<TryItForm>> LoadAsync(CancellationToken cancel)
    {
        var form = await facade.DescribeAsync(Endpoint, cancel);
        (_form, _answer, _error) = (form.Value, null, null);
        _values.Clear();
        foreach (var input in form.Value?.Inputs ?? [])
        {
            _values[input.Name] = string.Empty;
        }

        StateHasChanged();
        return form;
    }

    private void Fill(TryItForm form)
    {
        foreach (var input in form.Inputs)
        {
            _values[input.Name] = form.Typical.GetValueOrDefault(input.Name, string.Empty);
        }
    }

    private async Task PredictAsync(TryItForm form)
    {
        (_busy, _error) = (true, null);
        var answer = await facade.PredictAsync(Endpoint, Body(form), Cancel);
        (_busy, _answer, _error) = (false, answer.Value, answer.Error);
    }

    private string Body(TryItForm form) => TryItRequest.Body(form.Inputs, _values);

    private string Says(TryItForm form, Prediction prediction) => prediction.Value is { } number
        ? T["SaysNumber", form.Target, number.ToString("N2", CultureInfo.CurrentCulture)]
        : T[
            "SaysClass", form.Target, prediction.Label ?? string.Empty,
            (prediction.Probability ?? 0).ToString("P1", CultureInfo.CurrentCulture)];
}
