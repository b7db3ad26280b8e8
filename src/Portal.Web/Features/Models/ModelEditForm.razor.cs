using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Models;

/// <summary>Renames and describes a model.</summary>
public sealed partial class ModelEditForm(IModelsFacade facade, IStringLocalizer<ModelsText> T)
{
    private string _name = string.Empty;
    private string _description = string.Empty;
    private bool _busy;
    private Error? _error;

    /// <summary>The model as it is.</summary>
    [Parameter, EditorRequired]
    public required ModelView Model { get; set; }

    /// <summary>It was changed.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() => (_name, _description) = (Model.Name, Model.Description);

    private async Task SaveAsync()
    {
        _busy = true;
        var done = await facade.EditAsync(Model.Id, new(_name, _description), Cancel);
        _busy = false;
        _error = done.Error;
        if (done.Ok)
        {
            await OnSaved.InvokeAsync();
        }
    }
}
