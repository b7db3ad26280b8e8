using Microsoft.Extensions.Localization;
using Portal.Tenancy.Primitives;
using Radzen;

namespace Portal.Web.Ui;

/// <summary>Short words at the edge of the screen about what has just been done; scoped.</summary>
public sealed class Toasts(NotificationService notifications, IStringLocalizer<UiText> text)
{
    private const double ShownMs = 6000;
    private const double ShownLongMs = 12000;

    /// <summary>It is done.</summary>
    public void Success(string message) =>
        notifications.Notify(NotificationSeverity.Success, message, string.Empty, ShownMs);

    /// <summary>Something to know.</summary>
    public void Info(string message) => notifications.Notify(NotificationSeverity.Info, message, string.Empty, ShownMs);

    /// <summary>It was refused; a page that can, shows an <see cref="ErrorPanel"/> in place instead.</summary>
    public void Error(Error error) =>
        notifications.Notify(NotificationSeverity.Error, text["NotDone"], error.Message, ShownLongMs);

    /// <summary>Says <paramref name="done"/> or the refusal; true when it is done.</summary>
    public bool Show<T>(Result<T> result, string done)
    {
        if (result.Ok)
        {
            Success(done);
        }
        else
        {
            Error(result.Error);
        }

        return result.Ok;
    }
}
