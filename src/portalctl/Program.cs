using Portal.Ctl;

return await CommandLine.RunAsync(
    args, Environment.GetEnvironmentVariable, Console.In, Console.Out, Console.Error);
