using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>The progress of the uploads of this node: in memory, bounded, the oldest forgotten first.</summary>
public sealed class UploadBoard(IOptions<DatasetOptions> options)
{
    private const int IdLengthMax = 64;
    private readonly Lock _gate = new();
    private readonly Dictionary<(TenantId Tenant, string Id), UploadProgress> _uploads = [];
    private readonly Queue<(TenantId Tenant, string Id)> _order = [];

    /// <summary>Whether a text may be an upload's id: 8 to 64 letters, digits, hyphens or underscores.</summary>
    public static bool IsId(string? id) =>
        id is { Length: >= 8 and <= IdLengthMax }
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>An upload of this tenant; null when there is none or it is forgotten.</summary>
    public UploadProgress? Find(TenantId tenant, string id)
    {
        lock (_gate)
        {
            return _uploads.GetValueOrDefault((tenant, id));
        }
    }

    internal void Set(TenantId tenant, UploadProgress upload)
    {
        var key = (tenant, upload.Id);
        lock (_gate)
        {
            if (!_uploads.ContainsKey(key))
            {
                _order.Enqueue(key);
                if (_order.Count > options.Value.UploadsRemembered)
                {
                    _uploads.Remove(_order.Dequeue());
                }
            }

            _uploads[key] = upload;
        }
    }
}
