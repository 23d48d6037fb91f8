using JobDraftsPS.HelpBuilder;
using JobDraftsPS.HelpBuilder.Surface;

if (args.Length != 3)
{
    Console.Error.WriteLine("HelpBuilder <manifest of the module> <folder of pages> <folder for Get-Help>");
    return 2;
}

try
{
    HelpFolder.Build(ModuleSurface.Read(args[0]), args[1], args[2]);
    return 0;
}
catch (PageException wrong)
{
    Console.Error.WriteLine(wrong);
    return 1;
}
