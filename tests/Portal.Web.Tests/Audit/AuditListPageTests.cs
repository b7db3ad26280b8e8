using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Audit;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Web.Features.Audit;
using Portal.Web.Tests.Ui;

namespace Portal.Web.Tests.Audit;

public sealed class AuditListPageTests : ComponentTest
{
    private readonly FakeAudit _audit = new();

    protected override void Configure(IServiceCollection services) => services.AddSingleton<IAuditFacade>(_audit);

    [Fact]
    public void Render_WhenDenied_SaysWhoAndWhatInWordsWithARedBadge()
    {
        _audit.Entries =
        [
            FakeAudit.Entry("access.denied", "deny") with { ActorName = "Salma", Action = "approvals.decide" },
            FakeAudit.Entry("made.up", "allow"),
        ];

        var view = Render<AuditListPage>();

        view.WaitForAssertion(() => view.Find(".status.tone-danger").TextContent.ShouldContain("Denied"));
        view.Markup.ShouldContain("Salma");
        view.Markup.ShouldContain("Was refused: approvals.decide on mdl_1");
        view.Markup.ShouldContain("made.up");
    }

    [Fact]
    public void Render_WhenNothingMatches_OffersToClearTheFilter()
    {
        var view = Render<AuditListPage>();

        view.WaitForAssertion(() => view.Markup.ShouldContain("Nothing matches"));
    }

    [Fact]
    public void Click_OnAnEvent_ShowsItsEnvelope()
    {
        _audit.Entries = [FakeAudit.Entry("model.created", "allow")];
        var view = Render<AuditListPage>();
        view.WaitForElement(".sentence").Click();

        view.Find("[role=dialog]").TextContent.ShouldContain("the-leaf");
    }

    private sealed class FakeAudit : IAuditFacade
    {
        public IReadOnlyList<AuditEntry> Entries { get; set; } = [];

        public static AuditEntry Entry(string type, string decision) => new()
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UnixEpoch,
            Type = type,
            Action = type,
            Decision = decision,
            ActorType = "user",
            ActorId = "usr_1",
            AuthStrength = "password",
            ObjectType = "model",
            ObjectId = "mdl_1",
            CorrelationId = Guid.CreateVersion7(),
            Region = "eu-west",
            Node = "n",
            Classification = "internal",
            Body = [],
            Stream = "s",
            Version = 1,
            TypeVersion = 1,
            LeafHash = "the-leaf",
        };

        public Task<Result<ListPage<AuditEntry>>> ListAsync(
            AuditFilter filter, ListQuery query, CancellationToken cancel) =>
            Task.FromResult<Result<ListPage<AuditEntry>>>(new ListPage<AuditEntry>(Entries, null));

        public Task<Result<AuditExport>> ExportAsync(AuditFilter filter, string format, CancellationToken cancel) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<AuditPerson>> PeopleAsync(CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<AuditPerson>>([]);
    }
}
