using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kosmopolit.Bench.Running;

/// <summary>One measure of a run.</summary>
/// <param name="Goal">What was promised; null for a figure that is only told.</param>
/// <param name="Details">The figures it was worked out from.</param>
internal sealed record Figure(
    string Measure,
    double Value,
    string Unit,
    Goal? Goal = null,
    IReadOnlyDictionary<string, double>? Details = null
)
{
    public bool? Met => Goal?.IsMetBy(Value);
}

internal sealed record Goal(double Limit, bool AtLeast)
{
    public static Goal NoLess(double limit) => new(limit, true);

    public static Goal NoMore(double limit) => new(limit, false);

    public bool IsMetBy(double value) => AtLeast ? value >= Limit : value <= Limit;

    public override string ToString() => $"{(AtLeast ? "≥" : "≤")} {Limit.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>Prints each measure as one line of JSON when it is known, and all of them as a table at the end.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly List<Figure> _figures = [];

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    figure.Measure,
                    Value = Short(figure.Value),
                    figure.Unit,
                    Goal = figure.Goal?.ToString(),
                    figure.Met,
                    Details = figure.Details?.ToDictionary(d => d.Key, d => Short(d.Value)),
                },
                Json
            )
        );
    }

    public void Table()
    {
        var width = _figures.Max(f => f.Measure.Length);
        Console.WriteLine();
        foreach (var figure in _figures)
        {
            var verdict = figure.Met switch
            {
                true => "met",
                false => "MISSED",
                null => "",
            };
            Console.WriteLine(
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"{figure.Measure.PadRight(width)}  {Short(figure.Value), 9} {figure.Unit, -6} {figure.Goal?.ToString() ?? "", -8} {verdict}"
                    )
                    .TrimEnd()
            );
        }
    }

    // Three digits that mean something are more than a shared machine deserves.
    private static double Short(double value) =>
        value == 0 ? 0 : Math.Round(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6));
}

internal static class Figures
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
