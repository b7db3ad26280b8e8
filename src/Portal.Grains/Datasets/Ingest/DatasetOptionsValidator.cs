using Microsoft.Extensions.Options;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Names every bound that makes no sense.</summary>
internal sealed class DatasetOptionsValidator : IValidateOptions<DatasetOptions>
{
    public ValidateOptionsResult Validate(string? name, DatasetOptions options)
    {
        var faults = new List<string>();
        Check(options.BytesMax > 0, nameof(options.BytesMax), "must be positive");
        Check(options.ColumnsMax is > 0 and <= 10_000, nameof(options.ColumnsMax), "must be from 1 to 10,000");
        Check(options.RowsMax > 0, nameof(options.RowsMax), "must be positive");
        Check(
            options.LineBytesMax is >= 1024 and <= 64 << 20,
            nameof(options.LineBytesMax),
            "must be from 1 KiB to 64 MiB");
        Check(options.IngestsMax is > 0 and <= 1_000, nameof(options.IngestsMax), "must be from 1 to 1,000");
        Check(options.IngestWait >= TimeSpan.Zero, nameof(options.IngestWait), "must not be negative");
        Check(options.PreviewRows is > 0 and <= 1_000, nameof(options.PreviewRows), "must be from 1 to 1,000");
        Check(options.UploadsRemembered > 0, nameof(options.UploadsRemembered), "must be positive");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool isRight, string bound, string fault)
        {
            if (!isRight)
            {
                faults.Add($"{DatasetOptions.SectionName}:{bound} {fault}.");
            }
        }
    }
}
