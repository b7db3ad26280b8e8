using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Portal.EndToEnd.Tests.Pages;

/// <summary>The routes of all pages, read from the app that runs; nothing of it is loaded.</summary>
internal static class PageRoutes
{
    public static IReadOnlyList<string> Of(string app)
    {
        using var file = File.OpenRead(app);
        using var assembly = new PEReader(file);
        var reader = assembly.GetMetadataReader();
        return
        [
            .. from handle in reader.CustomAttributes
               let attribute = reader.GetCustomAttribute(handle)
               where IsRoute(reader, attribute)
               select TemplateOf(reader, attribute) into template
               orderby template
               select template,
        ];
    }

    private static bool IsRoute(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is var type
        && type.Kind == HandleKind.TypeReference
        && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)type).Name, "RouteAttribute");

    private static string TemplateOf(MetadataReader reader, CustomAttribute attribute)
    {
        var value = reader.GetBlobReader(attribute.Value);
        value.ReadUInt16(); // The prolog of every attribute's value (ECMA-335, II.23.3).
        return value.ReadSerializedString()!;
    }
}
