using Portal.Compute.Data;
using Portal.Compute.Native;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Training;

public sealed class TrainCommandTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int NotFound = 4;
    private const int Rows = 600;

    [Fact]
    public async Task Train_WithWait_FollowsTheRunUntilItsModelCanBeShown()
    {
        if (!CanTrain())
        {
            Console.WriteLine("Skipped: the native engines are not installed.");
            return;
        }

        var tenant = await portal.SignUpAsync();
        await PushAsync(tenant, "Customers");

        var trained = await Ctl.RunAsync(
            tenant, "train", "--dataset", "customers", "--target", "churned", "--model-name", "Churn", "--wait");

        trained.Code.ShouldBe(0, trained.Errors + trained.Output);
        trained.Errors.ShouldContain("round 1 of at most");
        trained.Output.ShouldContain("finished");
        trained.Output.ShouldContain("roc-auc");
        (await Ctl.RunAsync(tenant, "model", "list")).Output.ShouldContain("predicts churned  Churn");
        var shown = await Ctl.RunAsync(tenant, "model", "show", "churn");
        shown.Output.ShouldContain("Churn  version 1  predicts churned");
    }

    [Fact]
    public async Task Train_WhenThereIsNoSuchDataset_SaysNotFound()
    {
        var tenant = await portal.SignUpAsync();

        var trained = await Ctl.RunAsync(tenant, "train", "--dataset", "nothing", "--target", "x", "--model-name", "M");

        (trained.Code, trained.Output).ShouldBe((NotFound, string.Empty));
        trained.Errors.ShouldContain("'nothing'");
    }

    [Fact]
    public async Task Train_WhenTheTargetIsNoColumn_SaysWhichAndFails()
    {
        var tenant = await portal.SignUpAsync();
        await PushAsync(tenant, "Customers");

        var trained = await Ctl.RunAsync(
            tenant, "train", "--dataset", "Customers", "--target", "wrong", "--model-name", "M");

        trained.Code.ShouldBe(1, trained.Errors);
        trained.Errors.ShouldContain("There is no column \"wrong\".");
    }

    private static bool CanTrain() =>
        NativeLibraries.TryLoad(NativeEngine.XgBoost, out _)
        && NativeLibraries.TryLoad(NativeEngine.OnnxRuntime, out _);

    private static async Task PushAsync(TestTenant tenant, string name)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            await using (var file = File.Create(path))
            {
                await SampleData.WriteChurnAsync(file, Rows, seed: 7);
            }

            var pushed = await Ctl.RunAsync(tenant, "dataset", "push", path, "--name", name);
            pushed.Code.ShouldBe(0, pushed.Errors);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
