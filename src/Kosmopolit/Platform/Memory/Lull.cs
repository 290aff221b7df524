namespace Kosmopolit.Platform.Memory;

/// <summary>Knows work by what it allocates, so that nothing is asked of requests: tells once when much work has ended.</summary>
/// <param name="much">Bytes of work; less is not worth tidying up after.</param>
/// <param name="little">Bytes that loops allocate from one look to the next while nobody wants anything.</param>
internal sealed class Lull(long much, long little)
{
    private long _looked;
    private long _worked;

    /// <param name="allocated">Bytes since the program began; grows only.</param>
    public bool Begins(long allocated)
    {
        var since = allocated - _looked;
        _looked = allocated;
        if (since > little)
            _worked += since;
        else if (_worked >= much)
        {
            _worked = 0;
            return true;
        }
        return false;
    }
}
