using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Ui.Upload;

/// <summary>
/// Sends one file from the browser straight to an address, past the circuit, so that its size does not matter: the body
/// is the file itself, with progress, cancel, and dropping. The name goes in the header <c>X-File-Name</c>
/// (percent-encoded), the page's token in <c>X-Portal-Token</c>.
/// </summary>
public sealed partial class FileUpload(IJSRuntime js) : PortalComponentBase
{
    private readonly string _id = ElementId.New("upload");
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _sender;
    private DotNetObjectReference<FileUpload>? _self;
    private Phase _phase;
    private string _name = string.Empty;
    private Error? _error;

    private enum Phase
    {
        Idle,
        Sending,
        Done,
        Failed,
        Cancelled,
    }

    /// <summary>Where to send it, relative to the tenant's base, such as <c>api/v1/datasets</c>.</summary>
    [Parameter, EditorRequired]
    public required string Url { get; set; }

    /// <summary><c>POST</c> or <c>PUT</c>.</summary>
    [Parameter]
    public string Method { get; set; } = "POST";

    /// <summary>Which files to offer, such as <c>.csv,text/csv</c>.</summary>
    [Parameter]
    public string? Accept { get; set; }

    /// <summary>What to choose.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Formats and limits.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Told when the server has answered with 2xx.</summary>
    [Parameter]
    public EventCallback<UploadedFile> OnUploaded { get; set; }

    /// <summary>Told when the server refused; the problem is shown here in any case.</summary>
    [Parameter]
    public EventCallback<UploadedFile> OnRefused { get; set; }

    /// <summary>Called by the browser when sending begins.</summary>
    [JSInvokable]
    public Task StartedAsync(string name)
    {
        (_phase, _name, _error) = (Phase.Sending, name, null);
        return InvokeAsync(StateHasChanged);
    }

    /// <summary>Called by the browser when it was stopped, or the connection broke (status 0).</summary>
    [JSInvokable]
    public async Task EndedAsync(int status, JsonElement? body, bool cancelled)
    {
        var answer = new UploadedFile(_name, status is >= 200 and < 300, status, body);
        _phase = cancelled ? Phase.Cancelled : answer.Ok ? Phase.Done : Phase.Failed;
        _error = _phase == Phase.Failed ? Refusal(answer) : null;
        StateHasChanged();
        if (!cancelled)
        {
            await (answer.Ok ? OnUploaded : OnRefused).InvokeAsync(answer);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await js.InvokeAsync<IJSObjectReference>("import", Cancel, "./Ui/Upload/FileUpload.razor.js");
            _sender = await _module.InvokeAsync<IJSObjectReference>("attach", Cancel, _root, _self);
        }

        if (_sender is not null)
        {
            await _sender.InvokeVoidAsync("target", Cancel, Url, Method);
        }
    }

    /// <inheritdoc />
    protected override async ValueTask OnDisposeAsync()
    {
        try
        {
            if (_sender is not null)
            {
                await _sender.InvokeVoidAsync("dispose");
                await _sender.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its side with it.
        }

        _self?.Dispose();
    }

    private async Task StopAsync()
    {
        if (_sender is not null)
        {
            await _sender.InvokeVoidAsync("stop", Cancel);
        }
    }

    private Error Refusal(UploadedFile answer)
    {
        if (answer.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty("code", out var code))
        {
            return new Unavailable("upload-broken", T["UploadBroken"]);
        }

        var detail = body.TryGetProperty("detail", out var text) ? text.GetString() : null;
        var fields = body.TryGetProperty("errors", out var errors)
            ? errors.Deserialize<ImmutableArray<FieldError>>(JsonSerializerOptions.Web)
            : [];
        return new Invalid(code.GetString() ?? "refused", detail ?? T["NotDone"]) { Fields = fields };
    }
}
