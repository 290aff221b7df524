using Kosmopolit.Platform.Auth.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kosmopolit.Platform.Api;

/// <summary>The description of the interface at <c>/openapi/v1.json</c>: only what the running product answers.</summary>
internal static class ApiDocument
{
    private const string About = """
        Everything a member does on pages, for programs: the same verbs, the same audiences. What you may not see does not
        exist: it is answered with 404 and counted nowhere. Texts follow the header Accept-Language (sv, en, ar).
        Any request may also be answered with 429 (too many in a minute) or 503 (the database does not answer), as a Problem.
        """;

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = d => d.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(Head);
        options.AddOperationTransformer(Doors);
    }

    private static Task Head(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kosmopolit",
            Version = "v1",
            Description = About,
            License = new OpenApiLicense { Name = "EUPL-1.2" },
        };
        // Wherever it was fetched from is where it is valid.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [TokenSignIn.Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An access token that a member makes on their page, /me/tokens.",
            },
            ["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Auth.AuthRoom.SessionCookie,
                Description = $"The cookie of a session. Changes need the header {ApiGate.Header} as well.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Doors(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        if (!marks.OfType<IAllowAnonymous>().Any())
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(TokenSignIn.Scheme, context.Document)] = [] },
                new() { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
            ];
        if (marks.OfType<NeedsVersion>().Any())
            (operation.Parameters ??= []).Add(
                new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "The ETag of what is changed, as it was read.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        if (marks.OfType<HasVersion>().Any() && operation.Responses?.GetValueOrDefault("200") is OpenApiResponse response)
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = new OpenApiHeader
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Required = true,
                },
            };
        return Task.CompletedTask;
    }
}
