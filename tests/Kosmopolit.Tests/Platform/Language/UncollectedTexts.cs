using Kosmopolit.Platform.Language;
using Kosmopolit.Strings;
using Kosmopolit.Tests.Architecture.Source;
using Kosmopolit.Tests.World;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Kosmopolit.Tests.Platform.Language;

/// <summary>
/// A net under the collection of texts: in the compiled product, no method looks up or refuses more texts than it holds
/// collected ones. Catches a text said through a name or in a way that the collection does not know.
/// </summary>
public sealed class UncollectedTexts
{
    // These hand texts on that were collected where they were written.
    private static readonly HashSet<string> PassesOn =
    [
        "Kosmopolit.Platform.Api.Answers",
        // Hands on what the input's own annotations say.
        "Kosmopolit.Platform.Auth.Passkeys.Shape",
        "Kosmopolit.Platform.Language.Texts",
        "Kosmopolit.Platform.Ui.Parts.Mistakes",
        "Kosmopolit.Platform.Ui.Problems.FieldLabels",
        "Kosmopolit.Platform.Refusal",
    ];

    [Fact]
    public void Every_text_that_is_said_was_collected() => Found.Nothing(Slips(Collected()));

    [Fact]
    public void A_text_that_was_not_collected_is_noticed()
    {
        var fewer = Collected();
        fewer.Remove("This code is too old. Ask for a new one.");
        Assert.Contains(Slips(fewer), s => s.Contains("SignInCode::Redeem", StringComparison.Ordinal));
    }

    private static HashSet<string> Collected() => [.. Extraction.Of(SourceTree.Root).Messages.Select(m => m.Id)];

    private static List<string> Slips(HashSet<string> collected)
    {
        using var product = AssemblyDefinition.ReadAssembly(typeof(Site).Assembly.Location);
        return
        [
            .. from type in product.MainModule.GetTypes()
            where !PassesOn.Contains((type.DeclaringType ?? type).FullName)
            from method in type.Methods
            where method.HasBody
            let said = method.Body.Instructions.Count(Says)
            where said > 0
            let known = method.Body.Instructions.Count(i => i.OpCode == OpCodes.Ldstr && collected.Contains((string)i.Operand))
            where said > known
            select $"{method.FullName} says {said} texts, {known} collected",
        ];
    }

    private static bool Says(Instruction instruction) =>
        instruction.Operand is MethodReference called
        && (called.DeclaringType.FullName, called.Name) switch
        {
            (var type, "get_Item" or "Count") => type == typeof(Texts).FullName,
            ("Kosmopolit.Platform.Refusal", ".ctor") => called.Parameters.Count == 3,
            _ => false,
        };
}
