using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>A page as somebody without a mouse uses it.</summary>
internal static class Keyboard
{
    /// <summary>Goes on with the Tab key until the wanted thing has the focus.</summary>
    public static async Task TabTo(this IPage page, string selector)
    {
        for (var presses = 0; presses < 700; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator($"{selector}:focus").CountAsync() > 0)
                return;
        }
        Assert.Fail($"The Tab key never reaches {selector} on {page.Url}.");
    }

    /// <summary>Goes to a field and writes.</summary>
    public static async Task Write(this IPage page, string name, string text)
    {
        await page.TabTo($"[name='{name}']");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a box and ticks it.</summary>
    public static async Task Tick(this IPage page, string name, string value)
    {
        await page.TabTo($"[name='{name}'][value='{value}']");
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>Goes to a button or link, presses it, and waits for the next page.</summary>
    public static async Task Press(this IPage page, string selector, string next)
    {
        await page.TabTo(selector);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(next);
    }
}
