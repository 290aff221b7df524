using Microsoft.AspNetCore.Components;

namespace Kosmopolit.Platform.Ui;

/// <summary>
/// A component that draws itself once, when everything it shows is there. Blazor's own base draws a first time while
/// data is still on its way: with SQLite, which answers at once, nobody notices; with PostgreSQL that first drawing
/// meets fields that are not set yet, and child components that start from half of the truth.
/// </summary>
public abstract class Loaded : ComponentBase
{
    private bool _initialized;

    [Inject]
    private InTurn Turn { get; set; } = null!;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await Turn.Run(Load);
        StateHasChanged();
    }

    private async Task Load()
    {
        if (!_initialized)
        {
            _initialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
    }
}
