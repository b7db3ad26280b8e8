using System.Collections.Immutable;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Reading;

namespace Portal.Web.Features.Datasets;

/// <summary>All that the page of a dataset shows but rows.</summary>
public sealed record DatasetPageData(
    DatasetSummary Summary,
    ImmutableArray<DatasetVersion> Versions,
    DatasetVersionDetail Shown,
    bool MayChange,
    bool MayDelete,
    bool MayTrain);
