using Portal.Campaigns;

switch (args.FirstOrDefault())
{
    case "kill-life":
        return await new KillLife(CampaignSettings.Read(args[1..])).RunAsync(CancellationToken.None);
    default:
        await Console.Error.WriteLineAsync("usage: Portal.Campaigns kill-life [--n N] [--seed S]");
        return 2;
}
