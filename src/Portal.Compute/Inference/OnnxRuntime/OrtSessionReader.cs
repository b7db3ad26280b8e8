namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>Reads what a loaded model declares.</summary>
internal sealed unsafe class OrtSessionReader(OrtApi api, void* session)
{
    private readonly void* _session = session;

    public OnnxTensorInfo[] Inputs() => Read(
        OrtFunction.SessionGetInputCount, OrtFunction.SessionGetInputName, OrtFunction.SessionGetInputTypeInfo);

    public OnnxTensorInfo[] Outputs() => Read(
        OrtFunction.SessionGetOutputCount, OrtFunction.SessionGetOutputName, OrtFunction.SessionGetOutputTypeInfo);

    public OnnxModelMetadata Metadata()
    {
        void* metadata;
        api.Check(api.Call(OrtFunction.SessionGetModelMetadata, _session, &metadata));
        using var handle = new OrtHandle(metadata, OrtFunction.ReleaseModelMetadata);
        long version;
        api.Check(api.Call(OrtFunction.ModelMetadataGetVersion, metadata, &version));
        return new OnnxModelMetadata(
            Text(OrtFunction.ModelMetadataGetProducerName, metadata),
            Text(OrtFunction.ModelMetadataGetGraphName, metadata),
            Text(OrtFunction.ModelMetadataGetDomain, metadata),
            Text(OrtFunction.ModelMetadataGetDescription, metadata),
            version,
            Custom(metadata));
    }

    private string Text(OrtFunction function, void* metadata)
    {
        byte* text;
        api.Check(api.Call(function, metadata, api.Allocator, &text));
        return api.TakeString(text);
    }

    private Dictionary<string, string> Custom(void* metadata)
    {
        byte** keys;
        long count;
        api.Check(((delegate* unmanaged<void*, void*, byte***, long*, void*>)
            api[OrtFunction.ModelMetadataGetCustomMetadataMapKeys])(metadata, api.Allocator, &keys, &count));
        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            byte* value;
            api.Check(((delegate* unmanaged<void*, void*, byte*, byte**, void*>)
                api[OrtFunction.ModelMetadataLookupCustomMetadataMap])(metadata, api.Allocator, keys[i], &value));
            custom[api.TakeString(keys[i])] = value is null ? "" : api.TakeString(value);
        }

        if (count > 0)
        {
            api.Check(api.Call(OrtFunction.AllocatorFree, api.Allocator, keys));
        }

        return custom;
    }

    private OnnxTensorInfo[] Read(OrtFunction count, OrtFunction name, OrtFunction type)
    {
        nuint many;
        api.Check(api.Call(count, _session, &many));
        var all = new OnnxTensorInfo[many];
        for (nuint i = 0; i < many; i++)
        {
            byte* text;
            api.Check(((delegate* unmanaged<void*, nuint, void*, byte**, void*>)api[name])(
                _session, i, api.Allocator, &text));
            void* info;
            api.Check(((delegate* unmanaged<void*, nuint, void**, void*>)api[type])(_session, i, &info));
            using var handle = new OrtHandle(info, OrtFunction.ReleaseTypeInfo);
            all[i] = Describe(api.TakeString(text), info);
        }

        return all;
    }

    private OnnxTensorInfo Describe(string name, void* typeInfo)
    {
        void* tensor;
        api.Check(api.Call(OrtFunction.CastTypeInfoToTensorInfo, typeInfo, &tensor));
        if (tensor is null)
        {
            return new OnnxTensorInfo(name, false, OnnxElementType.Undefined, [], []);
        }

        var (element, shape, names) = OrtShape.Read(api, tensor, withNames: true);
        return new OnnxTensorInfo(name, true, element, shape, names);
    }
}
