using System.ComponentModel.DataAnnotations;

namespace Kosmopolit.Platform.Auth.Passkeys;

/// <summary>Checks the shape of what a form without an edit context sent.</summary>
internal static class Shape
{
    public static IReadOnlyList<Refusal> MistakesOf(object input)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true);
        return [.. found.Select(f => new Refusal(f.ErrorMessage!))];
    }
}
