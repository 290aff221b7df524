namespace Kosmopolit.Platform.Pictures;

/// <summary>The answer that is a picture. What an address shows never changes; whether it may be shown does.</summary>
public static class PictureAnswer
{
    /// <param name="isPublic">Whether everybody may see it, and so whoever passes it on may keep it.</param>
    public static IResult Of(HttpResponse response, byte[] bytes, bool isPublic)
    {
        response.Headers.CacheControl = isPublic ? "public, max-age=31536000, immutable" : "private, no-store";
        // Opened by itself it is a picture and nothing else.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Bytes(bytes, "image/webp");
    }
}
