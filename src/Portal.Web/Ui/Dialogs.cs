using Radzen;

namespace Portal.Web.Ui;

/// <summary>Questions that stand before the page; scoped.</summary>
public sealed class Dialogs(DialogService dialogs)
{
    /// <summary>
    /// Asks before something is done; true when it was confirmed. With <paramref name="phrase"/> the reader must type
    /// it, as he should before what can't be undone.
    /// </summary>
    public async Task<bool> ConfirmAsync(
        string title, string text, string action, Tone tone = Tone.Neutral, string? phrase = null)
    {
        var answer = await dialogs.OpenAsync<ConfirmDialog>(
            title,
            new Dictionary<string, object?>
            {
                [nameof(ConfirmDialog.Text)] = text,
                [nameof(ConfirmDialog.Action)] = action,
                [nameof(ConfirmDialog.Tone)] = tone,
                [nameof(ConfirmDialog.Phrase)] = phrase,
            },
            new DialogOptions { Width = "30rem", CloseDialogOnEsc = true, AutoFocusFirstElement = true });
        return answer is true;
    }
}
