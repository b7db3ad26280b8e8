using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;

namespace Portal.Web.Features.Datasets;

/// <summary>A dataset: what one of its versions holds, and what can be done with it.</summary>
public sealed partial class DatasetDetailPage(
    IDatasetsFacade facade,
    NavigationManager navigation,
    Toasts toasts,
    Dialogs dialogs,
    IStringLocalizer<DatasetText> text) : PortalComponentBase
{
    private Loadable<DatasetPageData>? _view;
    private DatasetPageData? _data;
    private Error? _error;
    private bool _busy;

    /// <summary>The dataset's id.</summary>
    [Parameter]
    public required string Id { get; set; }

    /// <summary>The version; the newest where none is named.</summary>
    [SupplyParameterFromQuery(Name = "v")]
    public int? Number { get; set; }

    private IStringLocalizer<DatasetText> T => text;

    private DatasetPageData Data => _data ?? throw new InvalidOperationException("The dataset is not loaded.");

    private DatasetVersion Shown => Data.Shown.Version;

    private DatasetProfile Profile => Data.Shown.Profile;

    private double MissingShare =>
        Profile.Rows == 0 ? 0 : (double)Profile.MissingCells / (Profile.Rows * Profile.Columns.Length);

    private IReadOnlyList<Crumb> Crumbs => [new(text["ListTitle"], "datasets")];

    private static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private Task<Result<DatasetPageData>> LoadAsync(CancellationToken cancel) => facade.GetAsync(Id, Number, cancel);

    private void Take(DatasetPageData data) => _data = data;

    private async Task RetypeAsync(RetypeSettings settings)
    {
        (_busy, _error) = (true, null);
        var added = await facade.RetypeAsync(Data.Summary.Id, Shown.Number, settings, Cancel);
        (_busy, _error) = (false, added.Error);
        if (added.Ok)
        {
            toasts.Success(text[added.Value.IsNew ? "TypesSaved" : "TypesSame", added.Value.Version.Number]);
            await ShowAsync(added.Value.Version.Number);
        }
    }

    private async Task RenameAsync(string name)
    {
        var renamed = await facade.RenameAsync(Data.Summary.Id, name, Cancel);
        _error = renamed.Error;
        if (renamed.Ok)
        {
            toasts.Success(text["Renamed"]);
            await ReloadAsync();
        }
    }

    private async Task DeleteAsync()
    {
        var name = Data.Summary.Name;
        if (!await dialogs.ConfirmAsync(
            text["DeleteTitle", name], text["DeleteText"], text["Delete"], Tone.Danger, phrase: name))
        {
            return;
        }

        var deleted = await facade.DeleteAsync(Data.Summary.Id, Cancel);
        _error = deleted.Error;
        if (deleted.Ok)
        {
            toasts.Success(text["Deleted", name]);
            navigation.NavigateTo("datasets");
        }
    }

    private async Task ShowAsync(int number)
    {
        if (Number == number)
        {
            await ReloadAsync();
        }
        else
        {
            navigation.NavigateTo($"datasets/{Id}?v={number}");
        }
    }

    private Task ReloadAsync() => _view?.ReloadAsync() ?? Task.CompletedTask;
}
