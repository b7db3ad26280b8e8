using Portal.EndToEnd.Tests.Hosting;
using Portal.Tests.Client;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>A workspace that went through a whole life, with one of everything left of it.</summary>
public sealed record Workspace(string Root, string Slug, string Key, Possessions Has)
{
    public static async Task<Workspace> LiveAsync(string root, string slug, string region, int seed)
    {
        var csv = await Sample.ChurnAsync(400, (ulong)seed);
        var life = new Portal.Tests.Client.Life(root, slug, region, csv, Sample.Target);
        foreach (var (_, runAsync) in life.Steps)
        {
            await runAsync(CancellationToken.None);
        }

        var (run, version) = (life.Job!, life.Version);
        await life.TrainAsync(8, CancellationToken.None);
        await life.WaitForModelAsync(CancellationToken.None);
        life.Version.ShouldBe(version + 1);

        using var api = life.Api();
        var upload = Guid.CreateVersion7().ToString("N");
        var second = System.Text.Encoding.UTF8.GetBytes("a,b\n1,x\n2,y\n");
        (await api.UploadAsync($"/api/v1/datasets?name=second-{slug}&uploadId={upload}", second)).Expect();
        var email = $"guest@{slug}.example";
        var key = (await api.PostAsync("/api/v1/keys", new { name = "nightly", role = "viewer", days = 1 })).Expect();
        var has = new Possessions
        {
            Dataset = life.Dataset!,
            Upload = upload,
            Run = run,
            Model = life.Model!,
            Approval = life.Approval!,
            Deployment = life.Deployment!,
            Endpoint = life.Endpoint,
            Invitation = await InviteAsync(api, email),
            Key = key.Text("id"),
            Member = await JoinAsync(root, api, $"colleague@{slug}.example"),
            Email = email,
        };
        return new(root, life.Slug, life.Key!, has);
    }

    /// <summary>Asks the endpoint for all rows of a file at once.</summary>
    public async Task AskAsync(byte[] csv)
    {
        using var api = new Api(Root, Key);
        (await api.PostAsync($"/api/v1/endpoints/{Has.Endpoint}:predict", new { rows = Sample.Rows(csv) })).Expect();
    }

    private static async Task<string> InviteAsync(Api api, string email) =>
        (await api.PostAsync("/api/v1/invitations", new { email, role = "viewer" })).Expect().Text("id");

    private static async Task<string> JoinAsync(string root, Api api, string email)
    {
        var invited = (await api.PostAsync("/api/v1/invitations", new { email, role = "approver" })).Expect();
        using var anonymous = new Api(root);
        var joined = await anonymous.PostAsync(
            "/api/v1/invitations:accept",
            new { token = invited.Text("token"), name = "Colleague", password = Person.Password });
        return joined.Expect().Text("id");
    }
}
