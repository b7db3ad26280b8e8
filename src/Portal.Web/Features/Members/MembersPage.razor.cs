using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Ui;

namespace Portal.Web.Features.Members;

public sealed partial class MembersPage
{
    private Loadable<ImmutableArray<MemberView>>? _members;
    private InvitationList? _invitations;
    private MembersScope? _scope;
    private bool _inviting;

    private async Task<Result<ImmutableArray<MemberView>>> LoadAsync(CancellationToken cancel)
    {
        _scope = await Facade.ScopeAsync();
        var members = await Facade.ListAsync(cancel);
        StateHasChanged();
        return members;
    }

    private Task MadeAsync() => _invitations?.ReloadAsync() ?? Task.CompletedTask;

    private async Task ChangeRoleAsync(MemberView member, ChangeEventArgs change)
    {
        if (Enum.TryParse<Role>(change.Value?.ToString(), out var role))
        {
            Toasts.Show(await Facade.ChangeRoleAsync(member.Id, role, Cancel), T["RoleChanged"]);
            await ReloadAsync();
        }
    }

    private async Task RemoveAsync(MemberView member)
    {
        var sure = await Dialogs.ConfirmAsync(
            T["RemoveTitle", member.Name], T["RemoveText", member.Name], T["Remove"], Tone.Danger);
        if (sure)
        {
            Toasts.Show(await Facade.RemoveAsync(member.Id, Cancel), T["RemoveDone"]);
            await ReloadAsync();
        }
    }

    private async Task ReloadAsync()
    {
        if (_members is not null)
        {
            await _members.ReloadAsync();
        }
    }
}
