using System.Net.Http.Json;
using System.Text;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>
/// What is sent to the operations that take a body: a name of the other workspace is tried in every place that takes
/// one.
/// </summary>
internal static class Bodies
{
    private static int _last;

    /// <summary>Ways to call <paramref name="operation"/> that name something of <paramref name="named"/>.</summary>
    public static IReadOnlyList<Attempt> Of(Operation operation, Possessions named, Possessions own) =>
        operation.Id switch
        {
            "SignUp" => [Json(named, new { workspace = "W", slug = "a", email = named.Email })],
            "AcceptInvitation" => [Json(named, new { token = named.Invitation, name = "N", password = "a long one" })],
            "Invite" => [Json(named, new { email = named.Email, role = "viewer" })],
            "CreateKey" => [Json(named, new { name = Name("key"), role = "viewer", member = named.Member })],
            "ChangeMemberRole" => [Json(named, new { role = "viewer" })],
            "CreateDataset" or "AddDatasetVersion" => [Csv(named)],
            "RenameDataset" => [Json(named, new { name = "mine" })],
            "RetypeDataset" => [Json(named, new { types = new { region = "text" }, subjectKey = "" })],
            "PlanTraining" or "StartTraining" =>
            [
                Json(named, new { dataset = named.Dataset, target = "churned", modelName = Name("mine") }),
                Json(named, new { dataset = named.Dataset, target = "churned", model = own.Model }),
                Json(named, new { dataset = own.Dataset, target = "churned", model = named.Model }),
            ],
            "CancelJob" => [Json(named, new { })],
            "EditModel" => [Json(named, new { name = Name("mine"), description = "mine" })],
            "RequestApproval" => [Json(named, new { model = named.Model, version = 1, environment = "production" })],
            "GrantApproval" => [Json(named, new { comment = "Mine.", confirmed = true })],
            "RefuseApproval" or "WithdrawApproval" => [Json(named, new { comment = "Mine." })],
            "CreateDeployment" => [Json(named, new { endpoint = named.Endpoint, environment = "dev" })],
            "DeployVersion" =>
            [
                Json(named, new { model = own.Model, version = 1 }),
                Json(named, new { model = named.Model, version = 1 }),
                Json(own, new { model = named.Model, version = 1 }),
            ],
            "RollBackDeployment" or "StopDeployment" => [Json(named, new { reason = "mine" })],
            "Predict" => [Json(named, new { rows = new[] { new { tenure_months = 3 } } })],
            "InferServedModel" or "InferServedVersion" => [Json(named, new { inputs = Array.Empty<object>() })],
            _ => throw new NotSupportedException($"{operation} takes a body: say here what to send."),
        };

    private static string Name(string prefix) => $"{prefix}-{Interlocked.Increment(ref _last)}";

    private static Attempt Json(Possessions path, object body) => new(path, () => JsonContent.Create(body));

    private static Attempt Csv(Possessions path) =>
        new(path, () => new StringContent("a,b\n1,x\n2,y\n", Encoding.UTF8, "text/csv"), $"name={Name("mine")}");
}
