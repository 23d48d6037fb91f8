using JobDraftsPS.HelpBuilder;

if (args.Length != 2)
{
    Console.Error.WriteLine("HelpBuilder <folder of pages> <folder for Get-Help>");
    return 2;
}

try
{
    HelpFolder.Build(args[0], args[1]);
    return 0;
}
catch (PageException wrong)
{
    Console.Error.WriteLine(wrong);
    return 1;
}
