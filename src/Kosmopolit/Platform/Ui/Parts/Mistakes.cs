using Kosmopolit.Platform.Language;
using Microsoft.AspNetCore.Components.Forms;

namespace Kosmopolit.Platform.Ui.Parts;

/// <summary>What is wrong with a field, in the reader's language.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<string> Of(EditContext edit, FieldIdentifier field, Texts t)
    {
        var said = edit.GetValidationMessages(field).Distinct().ToList();
        var ours = said.Where(m => !IsOfFramework(m)).ToList();
        // What cannot be read at all is then also said to be out of range: once is enough.
        return ours.Count > 0 ? [.. ours.Select(m => t[m])]
            : said.Count > 0 ? [Unreadable(field, t)]
            : [];
    }

    // Of whatever puts a form into an input: it has one sentence, in English.
    private static bool IsOfFramework(string message) =>
        message.StartsWith("The value '", StringComparison.Ordinal) && message.Contains("' is not valid for '", StringComparison.Ordinal);

    private static string Unreadable(FieldIdentifier field, Texts t)
    {
        var declared = field.Model.GetType().GetProperty(field.FieldName)?.PropertyType ?? typeof(string);
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type.IsEnum ? t["Choose one of these."]
            : type.IsPrimitive || type == typeof(decimal) ? t["Write a number, with the digits 0 to 9."]
            : t["This cannot be read. Please write it again."];
    }
}
