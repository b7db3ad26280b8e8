using System.Collections;
using Microsoft.AspNetCore.Components;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui.Live;

namespace Portal.Web.Ui;

/// <summary>
/// Loads and shows the four states of a view: loading, empty, failed, data. Loading begins when the page is live, so
/// that nothing is asked twice; until then, and while it runs, the skeleton stands.
/// </summary>
public sealed partial class Loadable<T>(TimeProvider clock) : PortalComponentBase
{
    private T? _value;
    private Error? _error;
    private bool _has;
    private object? _loadedFor;
    private bool _started;
    private int _turn;

    /// <summary>How to get it.</summary>
    [Parameter, EditorRequired]
    public required Func<CancellationToken, Task<Result<T>>> Load { get; set; }

    /// <summary>The data.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<T> ChildContent { get; set; }

    /// <summary>Shown when there is nothing: say what would stand here and offer one next step.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Shown while it comes; a skeleton of lines by default.</summary>
    [Parameter]
    public RenderFragment? Loading { get; set; }

    /// <summary>Whether a value is nothing; by default an empty collection is.</summary>
    [Parameter]
    public Func<T, bool>? IsEmpty { get; set; }

    /// <summary>What the data belong to, such as an id or a filter; when it changes they are loaded again.</summary>
    [Parameter]
    public object? For { get; set; }

    /// <summary>Loads again after each such pause, without the skeleton.</summary>
    [Parameter]
    public TimeSpan? RefreshEvery { get; set; }

    /// <summary>Goes on refreshing as long as this holds; always, by default.</summary>
    [Parameter]
    public Func<T, bool>? RefreshWhile { get; set; }

    /// <summary>Told each value.</summary>
    [Parameter]
    public EventCallback<T> OnLoaded { get; set; }

    private LoadPhase Phase =>
        _error is not null && !_has ? LoadPhase.Failed
        : !_has ? LoadPhase.Loading
        : Empty is not null && Nothing(_value!) ? LoadPhase.Empty
        : LoadPhase.Data;

    /// <summary>Loads again; what is shown stays until the new value is here.</summary>
    public async Task ReloadAsync()
    {
        _error = null;
        await OnceAsync(Cancel);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!RendererInfo.IsInteractive || (_started && Equals(_loadedFor, For)))
        {
            return;
        }

        (_started, _loadedFor, _has, _error) = (true, For, false, null);
        Own(RefreshAsync);
    }

    private async Task RefreshAsync(CancellationToken cancel)
    {
        var turn = ++_turn;
        await LivePoll.RunAsync(
            async token =>
            {
                await OnceAsync(token);
                return turn == _turn && RefreshEvery is not null && (!_has || RefreshWhile?.Invoke(_value!) != false);
            },
            RefreshEvery ?? LivePoll.Slow, clock, cancel);
    }

    private async Task OnceAsync(CancellationToken cancel)
    {
        var asked = _loadedFor;
        var result = await Load(cancel);
        if (!Equals(asked, _loadedFor))
        {
            return; // An answer to an older question.
        }

        _error = result.Error;
        if (result.Ok)
        {
            (_value, _has) = (result.Value, true);
            await OnLoaded.InvokeAsync(result.Value);
        }
        else if (result.Error is not Unavailable)
        {
            _has = false; // A refusal takes away what was shown; a hiccup does not.
        }

        await InvokeAsync(StateHasChanged);
    }

    private bool Nothing(T value) => IsEmpty?.Invoke(value) ?? value is ICollection { Count: 0 };
}
