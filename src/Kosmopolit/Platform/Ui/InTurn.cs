namespace Kosmopolit.Platform.Ui;

/// <summary>
/// Lets the parts of one page ask the database one after another: a context answers one question at a time, and where
/// answers take a moment, parts that stand side by side would ask at once.
/// </summary>
public sealed class InTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task Run(Func<Task> load)
    {
        await _turn.WaitAsync();
        try
        {
            await load();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
