using System.CommandLine;
using System.Text.Json;
using Portal.Ctl.Client;

namespace Portal.Ctl;

/// <summary>Puts the commands together and runs one.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Answer in JSON, for programs.",
        Recursive = true,
    };

    public static async Task<int> RunAsync(
        string[] args, Func<string, string?> environment, TextReader input, TextWriter output, TextWriter errors)
    {
        var parsed = Build(environment, input, output, errors).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            await errors.WriteLineAsync("Try 'portalctl --help'.");
            return (int)ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static RootCommand Build(
        Func<string, string?> environment, TextReader input, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Portal from the command line: data, training, deployment, predictions.") { Json };
        var commands = typeof(ICtlCommand).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICtlCommand)))
            .Select(t => (ICtlCommand)Activator.CreateInstance(t)!) // The type was just found.
            .OrderBy(c => c.Path, StringComparer.Ordinal);
        foreach (var found in commands)
        {
            var words = found.Path.Split(' ');
            var command = new Command(words[^1], found.Summary);
            found.Describe(command);
            command.SetAction((parsed, cancel) => RunAsync(
                found, new(parsed, parsed.GetValue(Json), environment, input, output, errors), errors, cancel));
            Group(root, words.AsSpan(0, words.Length - 1)).Subcommands.Add(command);
        }

        return root;
    }

    private static Command Group(Command root, ReadOnlySpan<string> words)
    {
        var group = root;
        foreach (var word in words)
        {
            var inner = group.Subcommands.FirstOrDefault(c => c.Name == word);
            if (inner is null)
            {
                inner = new Command(word, $"Commands about {word}s.");
                group.Subcommands.Add(inner);
            }

            group = inner;
        }

        return group;
    }

    private static async Task<int> RunAsync(
        ICtlCommand command, CommandContext context, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            return (int)await command.RunAsync(context, cancel);
        }
        catch (ProblemException e) when (context.Json)
        {
            await errors.WriteLineAsync(e.Problem.GetRawText());
            return (int)e.Code;
        }
        catch (CommandFailedException e)
        {
            await errors.WriteLineAsync(
                context.Json ? JsonSerializer.Serialize(new { detail = e.Message }, PortalClient.Json) : e.Message);
            return (int)e.Code;
        }
    }
}
