using Portal.Benchmarks;

string[] options = args.Length > 1 ? args[1..] : [];
switch (args.FirstOrDefault())
{
    case "auc":
        return await AucVerb.RunAsync(options, CancellationToken.None);
    case "life":
        return await LifeVerb.RunAsync(options, CancellationToken.None);
    default:
        await Console.Error.WriteLineAsync("usage: Portal.Benchmarks auc|life [--data DIR] [--seeds N]");
        return 2;
}
