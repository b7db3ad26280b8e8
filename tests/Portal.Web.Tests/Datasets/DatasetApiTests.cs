using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Datasets;

public sealed class DatasetApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Small = "id,age,plan\nc1,30,Basic\nc2,,Basic\nc3,41,Premium\n";

    [Fact]
    public async Task Create_WhenTheBodyIsACsv_AnswersWhereTheVersionIsAndGivesItBack()
    {
        var tenant = await portal.SignUpAsync();

        var created = await tenant.Client.PostAsync("/api/v1/datasets?name=Customers", Csv(Small));

        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var version = await tenant.Client.GetFromJsonAsync<JsonElement>(created.Headers.Location);
        version.GetProperty("version").GetProperty("rows").GetInt64().ShouldBe(3);
        version.GetProperty("version").TryGetProperty("blob", out _).ShouldBeFalse();
        version.GetProperty("profile").GetProperty("columns")[1].GetProperty("missing").GetInt64().ShouldBe(1);
        var content = await tenant.Client.GetAsync($"{created.Headers.Location}/content");
        content.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await content.Content.ReadAsStringAsync()).ShouldBe(Small);
    }

    [Fact]
    public async Task Create_WhenSentAsAForm_TakesTheFileAndItsName()
    {
        var tenant = await portal.SignUpAsync();
        using var form = new MultipartFormDataContent { { Csv(Small), "file", "clients of may.csv" } };

        var created = await tenant.Client.PostAsync("/api/v1/datasets", form);

        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        (await ReadAsync(created)).GetProperty("name").GetString().ShouldBe("clients of may");
    }

    [Fact]
    public async Task Create_WhenTypesComeWithIt_TakesThem()
    {
        var tenant = await portal.SignUpAsync();

        var created = await tenant.Client.PostAsync(
            "/api/v1/datasets?name=Typed&subjectKey=id&type=age%3Dcategory&type=plan%3Dtext", Csv(Small));

        var version = (await ReadAsync(created)).GetProperty("version");
        version.GetProperty("subjectKey").GetString().ShouldBe("id");
        version.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("type").GetString())
            .Skip(1).ShouldBe(["category", "text"]);
    }

    [Fact]
    public async Task Create_WhenTheFileIsLargerThanTheServersBound_IsTaken()
    {
        var tenant = await portal.SignUpAsync();
        var text = new StringBuilder("a,b\n").Insert(4, "12345678,abcdefgh\n", 400_000).ToString();

        var created = await tenant.Client.PostAsync("/api/v1/datasets?name=Large", Csv(text));

        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Create_WhenARowIsRagged_NamesItAndLeavesNothing()
    {
        var tenant = await portal.SignUpAsync();

        var refused = await tenant.Client.PostAsync("/api/v1/datasets?name=Bad", Csv("a,b\n1,2\n1,2,3\n"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await ReadAsync(refused);
        problem.GetProperty("code").GetString().ShouldBe("csv-ragged-row");
        problem.GetProperty("errors")[0].GetProperty("row").GetInt64().ShouldBe(2);
        (await ListAsync(tenant.Client)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_WhenALineNeverEnds_AnswersThoughTheSenderGoesOn()
    {
        var tenant = await portal.SignUpAsync();

        var refused = await tenant.Client.PostAsync(
            "/api/v1/datasets?name=Long", Csv("a,b\n1,2\n" + new string('x', 30_000_000)));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(refused)).GetProperty("code").GetString().ShouldBe("csv-line-too-long");
    }

    [Fact]
    public async Task Create_WhenTheNameIsTaken_IsAConflict()
    {
        var tenant = await portal.SignUpAsync();
        await tenant.Client.PostAsync("/api/v1/datasets?name=Customers", Csv(Small));

        var refused = await tenant.Client.PostAsync("/api/v1/datasets?name=customers", Csv(Small));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ReadAsync(refused)).GetProperty("code").GetString().ShouldBe("name-taken");
    }

    [Fact]
    public async Task AddVersion_WhenTheBytesAreTheSame_AnswersTheOneThatIsThere()
    {
        var tenant = await portal.SignUpAsync();
        var id = await CreateAsync(tenant.Client);

        var same = await tenant.Client.PostAsync($"/api/v1/datasets/{id}/versions", Csv(Small));

        same.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(same)).GetProperty("isNew").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Retype_WhenATypeIsCorrected_MakesTheNextVersion()
    {
        var tenant = await portal.SignUpAsync();
        var id = await CreateAsync(tenant.Client);

        var retyped = await tenant.Client.PostAsJsonAsync(
            $"/api/v1/datasets/{id}/versions/1:retype",
            new { types = new Dictionary<string, string> { ["age"] = "category" } });

        retyped.StatusCode.ShouldBe(HttpStatusCode.OK, await retyped.Content.ReadAsStringAsync());
        (await ReadAsync(retyped)).GetProperty("version").GetProperty("number").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Rename_WhenTheTagIsOld_IsAConflict()
    {
        var tenant = await portal.SignUpAsync();
        var id = await CreateAsync(tenant.Client);
        var tag = (await tenant.Client.GetAsync($"/api/v1/datasets/{id}")).Headers.ETag!;

        var first = await RenameAsync(tenant.Client, id, "First", tag);
        var second = await RenameAsync(tenant.Client, id, "Second", tag);

        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Everything_WhenTheIdIsSomebodyElses_AnswersAsIfItWereMissing()
    {
        var id = await CreateAsync((await portal.SignUpAsync()).Client);
        var stranger = (await portal.SignUpAsync()).Client;
        const string missing = "dst_01JD3K8Q4ZP2M7V5T9W6X0YABC";

        foreach (var (method, path) in Routes())
        {
            var foreign = await AskAsync(stranger, method, path, id);
            foreign.Status.ShouldBe(HttpStatusCode.NotFound, path);
            foreign.ShouldBe(await AskAsync(stranger, method, path, missing), path);
        }
    }

    [Fact]
    public async Task Create_WhenAViewerTries_IsForbidden()
    {
        var tenant = await portal.SignUpAsync();
        using var viewer = (await tenant.AddMemberAsync("viewer")).Client;

        var refused = await viewer.PostAsync("/api/v1/datasets?name=Mine", Csv(Small));

        ((int)refused.StatusCode).ShouldBeOneOf(401, 403);
        (await ListAsync(tenant.Client)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_FromAPage_NeedsItsTokenAndThenIsTaken()
    {
        var tenant = await portal.SignUpAsync();
        using var browser = await tenant.SignInAsync();

        var bare = await browser.Client.PostAsync(browser.At("/api/v1/datasets?name=Page"), Csv(Small));

        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(bare)).GetProperty("code").GetString().ShouldBe("page-token-invalid");
        (await ListAsync(tenant.Client)).ShouldBeEmpty();
        using var request = new HttpRequestMessage(HttpMethod.Post, browser.At("/api/v1/datasets"));
        request.Content = Csv(Small);
        request.Headers.Add("X-File-Name", Uri.EscapeDataString("from a page.csv"));
        request.Headers.Add("X-Portal-Token", await TokenAsync(browser));
        var taken = await browser.Client.SendAsync(request);
        taken.StatusCode.ShouldBe(HttpStatusCode.Created, await taken.Content.ReadAsStringAsync());
        (await ListAsync(tenant.Client)).ShouldBe(["from a page"]);
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Routes()
    {
        yield return (HttpMethod.Get, "");
        yield return (HttpMethod.Patch, "");
        yield return (HttpMethod.Delete, "");
        yield return (HttpMethod.Get, "/versions");
        yield return (HttpMethod.Post, "/versions");
        yield return (HttpMethod.Get, "/versions/1");
        yield return (HttpMethod.Post, "/versions/1:retype");
        yield return (HttpMethod.Get, "/versions/1/content");
    }

    private static async Task<(HttpStatusCode Status, string? Code, string? Detail)> AskAsync(
        HttpClient client, HttpMethod method, string path, string id)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/datasets/{id}{path}");
        request.Content = path == "/versions" && method == HttpMethod.Post ? Csv(Small)
            : method == HttpMethod.Get ? null
            : JsonContent.Create(new { name = "Mine", types = new Dictionary<string, string>(), subjectKey = "id" });
        var answer = await client.SendAsync(request);
        var problem = await ReadAsync(answer);
        return (answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString());
    }

    private static async Task<HttpResponseMessage> RenameAsync(
        HttpClient client, string id, string name, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/datasets/{id}")
        {
            Content = JsonContent.Create(new { name }),
        };
        request.Headers.IfMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private static async Task<string> CreateAsync(HttpClient client) =>
        (await ReadAsync(await client.PostAsync("/api/v1/datasets?name=Customers", Csv(Small))))
            .GetProperty("id").GetString()!;

    private static async Task<IEnumerable<string?>> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/datasets")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("name").GetString()).ToList();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<string> TokenAsync(TestBrowser browser)
    {
        var html = await browser.Client.GetStringAsync(browser.At("/home"));
        var found = Regex.Match(html, "<meta name=\"portal-token\" content=\"([^\"]*)\"");
        return WebUtility.HtmlDecode(found.Groups[1].Value);
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");
}
