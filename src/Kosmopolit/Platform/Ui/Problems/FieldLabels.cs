using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Kosmopolit.Platform.Ui.Problems;

/// <summary>
/// Gives the fields of a form back the words that stood beside them: an input class says them with
/// <c>[Display(Name = "…")]</c>, a few fields are called the same everywhere.
/// </summary>
public static class FieldLabels
{
    /// <summary>The label; null for what was chosen rather than written, which comes back without being shown.</summary>
    /// <param name="page">The endpoint that the form was sent to.</param>
    /// <param name="field">Name in the form, such as <c>Input.Email</c>.</param>
    public static string? Of(Endpoint? page, string field, Texts texts)
    {
        if (field.Split('.') is not [var input, var name])
            return null;
        var property = page
            ?.Metadata.GetMetadata<ComponentTypeMetadata>()
            ?.Type.GetProperty(input, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?.PropertyType.GetProperty(name);
        if (property is not null && (property.PropertyType != typeof(string) || IsSecret(property)))
            return null;
        return property?.GetCustomAttribute<DisplayAttribute>()?.Name is { } label ? Say(label, texts) : Usual(name, texts);
    }

    // Comes back with the form, but not in full view.
    private static bool IsSecret(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password;

    private static string Usual(string name, Texts t) =>
        name switch
        {
            "Email" => t["Your e-mail address"],
            "Code" => t["The code"],
            "Name" => t["Name"],
            _ => t["What you wrote"],
        };

    private static string Say(string label, Texts texts) => texts[label];
}
